import { expect, test } from 'vitest';
import { maskedDetail } from './masked-detail.ts';

test.each([
  ['550 5.1.1 <ada@example.com>: no such user', '550 5.1.1 <a…@example.com>: no such user'],
  ['550 5.1.1 Ada@Example.COM unknown', '550 5.1.1 A…@Example.COM unknown'],
  [
    '550 <hidden@home.example> (expanded from <ada@example.com>)',
    '550 <h…@home.example> (expanded from <a…@example.com>)',
  ],
  ['550 5.1.1 <ada@exam', '550 5.1.1 <a…@exam'],
  ['550 5.7.1 looks like spam', '550 5.7.1 looks like spam'],
  ['', ''],
])('the words of a mail server %j are shown as %j', (said, shown) => {
  expect(maskedDetail(said, ['ada@example.com', 'ada@example.com'])).toBe(shown);
});

test.each([
  ["Invalid 'To' Phone Number: +15125550123", "Invalid 'To' Phone Number: …0123"],
  ['15125550123 is a landline', '…0123 is a landline'],
  ['(512) 555-0123 is a landline', '…0123 is a landline'],
  ['1-512-555-0123', '…0123'],
  ['from +1 202 555 0199 to +15125550123', 'from …0199 to …0123'],
  ['429 Too many requests (20429)', '429 Too many requests (20429)'],
])('the words of a provider of SMS %j are shown as %j', (said, shown) => {
  expect(maskedDetail(said, ['+15125550123', '(512) 555-0123'])).toBe(shown);
});
