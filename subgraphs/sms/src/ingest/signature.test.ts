import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyTwilio } from './twilio-signature.ts';

/** `npm run test:full` alters requests five thousand times. */
const numRuns = Number(process.env.UCP_MUTATION_RUNS ?? 300);
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
const form = (fields: Readonly<Record<string, string>>): Buffer => Buffer.from(new URLSearchParams(fields).toString());

describe('the vectors of Twilio’s documentation and client libraries', () => {
  const https = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const http = 'http://mycompany.com/myapp.php?foo=1&bar=2';
  const call = (number: string) =>
    form({ CallSid: 'CA1234567890ABCDE', Caller: number, Digits: '1234', From: number, To: '+18005551212' });

  test.each([
    ['as documented', https, '+14158675309', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['of another caller', https, '+14158675310', 'GvWf1cFY/Q7PnoempGyD5oXAezc='],
    [
      'signed without the port it is called at',
      'https://mycompany.com:1234/myapp.php?foo=1&bar=2',
      '+14158675309',
      'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
    ],
    ['signed with the standard port', https, '+14158675309', 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    [
      'over http, signed without the port',
      'http://mycompany.com:1234/myapp.php?foo=1&bar=2',
      '+14158675309',
      'Zmvh+3yNM1Phv2jhDCwEM3q5ebU=',
    ],
    ['over http, signed with the standard port', http, '+14158675309', '0ZXoZLH/DfblKGATFgpif+LLRf4='],
  ])('%s', (_name, url, number, signature) => {
    expect(verifyTwilio('12345', url, { ...urlencoded, 'x-twilio-signature': signature }, call(number))).toBe(true);
  });

  test('JSON, whose digest is in the address', () => {
    const url = `${https}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620`;
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': 'a9nBmqA0ju/hNViExpshrM61xv4=' };
    const body = Buffer.from('{"property": "value", "boolean": true}');
    expect(verifyTwilio('12345', url, headers, body)).toBe(true);
    expect(verifyTwilio('12345', url, headers, Buffer.from('{"property": "value", "boolean": false}'))).toBe(false);
  });

  test('an address whose query was encoded anew before it was signed, as older clients do', () => {
    const signed = (address: string) => createHmac('sha1', '12345').update(`${address}a1`).digest('base64');
    const url = 'https://mycompany.com/x?to=(512) 555&tag=a!b';
    const anew = 'https://mycompany.com/x?to=(512)%20555&tag=a!b';
    for (const address of [url, anew]) {
      const headers = { ...urlencoded, 'x-twilio-signature': signed(address) };
      expect(verifyTwilio('12345', url, headers, Buffer.from('a=1'))).toBe(true);
    }
  });
});

test('a request is genuine as it was signed, and in no other way: address, header, body and token bit by bit', () => {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const flipped = (text: string | Buffer, at: number): string => {
    const bytes = Buffer.from(text);
    const bit = Math.floor(at * bytes.length * 8);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return bytes.toString('latin1');
  };
  const meaning = (body: Buffer): string => JSON.stringify([...new URLSearchParams(body.toString('utf8'))].sort());
  const value = fc.string({ minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      value,
      fc.boolean(),
      fc.constantFrom('url', 'header', 'body', 'token'),
      place,
      (text, isForm, part, at) => {
        const token = '0123456789abcdef0123456789abcdef';
        const body = isForm
          ? form({ MessageSid: 'SM1', From: '+15125550123', Body: text })
          : Buffer.from(JSON.stringify({ text }));
        const base = 'https://example.com/webhooks/sms/twilio/main-abc';
        const url = isForm ? base : `${base}?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
        const parameters = isForm ? `Body${text}From+15125550123MessageSidSM1` : '';
        const signature = createHmac('sha1', token)
          .update(url + parameters, 'utf8')
          .digest('base64');
        const type = isForm ? urlencoded : { 'content-type': 'application/json' };
        const headers = { ...type, 'x-twilio-signature': signature };
        expect(verifyTwilio(token, url, headers, body)).toBe(true);
        if (part === 'url') expect(verifyTwilio(token, flipped(url, at), headers, body)).toBe(false);
        if (part === 'token') expect(verifyTwilio(flipped(token, at), url, headers, body)).toBe(false);
        if (part === 'header') {
          const altered = { ...type, 'x-twilio-signature': flipped(signature, at) };
          expect(verifyTwilio(token, url, altered, body)).toBe(false);
        }
        if (part === 'body') {
          const altered = Buffer.from(flipped(body, at), 'latin1');
          // %2b and %2B are one value: a form is signed by what it says, not by how it is spelled.
          const same = isForm && meaning(altered) === meaning(body);
          expect(verifyTwilio(token, url, headers, altered)).toBe(same);
        }
      },
    ),
    { numRuns },
  );
});
