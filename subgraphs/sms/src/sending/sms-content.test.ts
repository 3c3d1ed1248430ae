import type { Writing } from '@ucp/channel/outgoing';
import { CodedError } from '@ucp/kit/errors';
import { createSecret } from '@ucp/kit/secret';
import { testSecret } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createShortCodes, linkLimit } from './short-codes.ts';
import { createSmsContents } from './sms-content.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 200);
const contents = createSmsContents(testSecret);
const writing = (view: Readonly<Record<string, unknown>>, messageNo = 42): Writing => ({
  account: 1,
  messageNo,
  addressNo: 7,
  to: '+15125550123',
  topic: null,
  campaign: null,
  view,
  publicUrl: 'https://c.example.com',
  at: new Date('2026-03-01T10:00:00Z'),
});
const write = (given: Readonly<Record<string, unknown>>, view: Readonly<Record<string, unknown>> = {}) =>
  contents.write(contents.readParts(given, ['content']), 'EMPTY', writing(view));
const bodyOf = (body: string, view: Readonly<Record<string, unknown>> = {}): string => {
  const written = write({ body }, view);
  return 'content' in written ? written.content.body : JSON.stringify(written);
};
const refusal = (given: Readonly<Record<string, unknown>>) => {
  try {
    contents.readParts(given, ['content']);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'BAD_USER_INPUT')
      return { field: error.field, message: error.message };
    throw error;
  }
  return null;
};

test('a text is written as it is, counted, and told of in the activity of its send', () => {
  const written = write({ body: 'Hi {{firstName}} & co, {{n}} €' }, { firstName: '<Zoë>', n: 5 });
  expect(written).toEqual({ content: { body: 'Hi <Zoë> & co, 5 €', encoding: 'UCS-2', segments: 1 }, links: [] });
  if ('content' in written)
    expect(contents.detailsOf(written.content)).toEqual({ body: 'Hi <Zoë> & co, 5 €', encoding: 'UCS-2', segments: 1 });
  expect(bodyOf('a\r\nb{{x}}', { x: '\r\n\u0007c' })).toBe('a\nb\nc');
});

test('links of the text become short ones, the same whenever it is written; the sentence around them stays', () => {
  const written = write(
    { body: 'See https://shop.example/{{city}}?a=1. Or (http://x.example/y)!' },
    { city: 'São Paulo' },
  );
  if (!('content' in written)) throw new Error('not written');
  const [one, other] = written.links;
  expect(written.links.map(({ url }) => url)).toEqual([
    'https://shop.example/S%C3%A3o%20Paulo?a=1',
    'http://x.example/y',
  ]);
  expect(written.content.body).toBe(
    `See https://c.example.com/s/${one?.code}. Or (https://c.example.com/s/${other?.code})!`,
  );
  expect(one?.code).toMatch(/^[0-9A-Za-z]{10}$/);
  expect(
    write({ body: 'See https://shop.example/{{city}}?a=1. Or (http://x.example/y)!' }, { city: 'São Paulo' }),
  ).toEqual(written);
});

test('a link out of a field is not given our name, and without tracking none is', () => {
  expect(
    write({ body: 'By {{x}} https://{{y}}' }, { x: 'https://evil.example/\uE000https://evil.example' }),
  ).toMatchObject({
    content: { body: 'By https://evil.example/https://evil.example https://' },
    links: [],
  });
  expect(write({ body: 'https://shop.example/a', track: false })).toMatchObject({
    content: { body: 'https://shop.example/a' },
    links: [],
  });
});

test('a preference link can be merged, and is no field of the contact', () => {
  expect(bodyOf('Choose: {{preferencesUrl}}')).toMatch(/^Choose: https:\/\/c\.example\.com\/preferences\/[\w.-]+$/);
  expect(contents.fieldsOf(contents.readParts({ body: '{{b}}{{preferencesUrl}}{{a}}' }, []))).toEqual(['a', 'b']);
});

test('a text longer than ten messages is refused: at once when it always is, else with the contact that makes it so', () => {
  expect(refusal({ body: 'a'.repeat(1_531) })).toEqual({
    field: ['content', 'body'],
    message: 'The part "body" is at most 10 messages long, got 11 without any field',
  });
  expect(refusal({ body: `${'a'.repeat(1_480)} https://shop.example/${'x'.repeat(200)}` })).toBeNull();
  expect(write({ body: `${'a'.repeat(1_500)}{{x}}` }, { x: 'b'.repeat(30) })).toMatchObject({
    content: { segments: 10 },
  });
  expect(write({ body: `${'a'.repeat(1_500)}{{x}}` }, { x: 'ж' })).toEqual({
    refused: 'With these fields the text is 23 messages long in UCS-2; at most 10 are sent',
  });
  expect(write({ body: '{{x}}' })).toHaveProperty('refused');
});

test.each([
  [{ body: ' ' }, ['content', 'body']],
  [{ body: 'x'.repeat(4_001) }, ['content', 'body']],
  [{ body: '{{x' }, ['content', 'body']],
  [{}, ['content', 'body']],
  [{ body: 'x', subject: 'y' }, ['content']],
])('the parts %# are refused, and the error names the part', (given, field) => {
  expect(refusal(given)?.field).toEqual(field);
});

test('a demanded field that is missing makes no message', () => {
  expect(contents.write(contents.readParts({ body: 'Hi {{b}} {{a}}' }, []), 'FAIL', writing({}))).toEqual({
    missing: ['a', 'b'],
  });
});

test('no two links share a code, neighbours do not look alike, and another secret makes others', () => {
  const codeOf = createShortCodes(testSecret);
  const codes = new Set<string>();
  for (let message = 0; message < 500; message++)
    for (let link = 0; link < 20; link++) codes.add(codeOf(message, link));
  expect(codes.size).toBe(10_000);
  for (const code of codes) expect(code).toMatch(/^[0-9A-Za-z]{10}$/);
  const number = fc.integer({ min: 0, max: 2 ** 50 - 1 });
  const link = fc.integer({ min: 0, max: linkLimit - 1 });
  fc.assert(
    fc.property(number, link, number, link, (a, i, b, j) => {
      expect(codeOf(a, i) === codeOf(b, j)).toBe(a === b && i === j);
    }),
    { numRuns },
  );
  expect(createShortCodes(createSecret('another secret of some length, for tests'))(1, 0)).not.toBe(codeOf(1, 0));
  const alike = [...codeOf(1, 0)].filter((character, i) => character === codeOf(1, 1)[i]).length;
  expect(alike).toBeLessThan(5);
});
