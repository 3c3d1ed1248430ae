import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parse, stringify } from 'node:querystring';

/**
 * Whether Twilio signed this request: base64 of HMAC-SHA1 under the auth token, over the whole address and the parameters
 * sorted by name, values of a name that comes several times unique and sorted. JSON bodies are signed by the address alone,
 * whose `bodySHA256` names the bytes.
 * Source: Twilio, Validate Signatures from Twilio.
 */
export function verifyTwilio(authToken: string, url: string, headers: IncomingHttpHeaders, rawBody: Buffer): boolean {
  const given = headers['x-twilio-signature'];
  if (typeof given !== 'string') return false;
  const parameters = parametersOf(url, headers, rawBody);
  if (parameters === null) return false;
  return spellings(url).some((spelling) => isEqual(given, signatureOf(authToken, spelling, parameters)));
}

const signatureOf = (authToken: string, url: string, parameters: string): string =>
  createHmac('sha1', authToken)
    .update(url + parameters, 'utf8')
    .digest('base64');

/** The parameters as they are signed; empty for JSON whose digest fits, null for JSON whose digest does not. */
function parametersOf(url: string, headers: IncomingHttpHeaders, rawBody: Buffer): string | null {
  if (!String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
    const digest = createHash('sha256').update(rawBody).digest('hex');
    const stated = url.includes('?') ? new URLSearchParams(url.slice(url.indexOf('?'))).get('bodySHA256') : null;
    return stated !== null && isEqual(stated, digest) ? '' : null;
  }
  const parameters = new URLSearchParams(rawBody.toString('utf8'));
  const names = [...new Set(parameters.keys())].sort();
  return names
    .map((name) =>
      [...new Set(parameters.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
}

/**
 * How the address may have been written when it was signed: with or without its port, the standard one added, and with the query
 * encoded anew, as older clients of Twilio do. The libraries of Twilio accept the same.
 */
function spellings(url: string): readonly string[] {
  const match = /^(https?):\/\/([^/:?#]+)(:\d+)?(.*)$/.exec(url);
  if (match === null) return [url];
  const [, scheme, host, port, rest = ''] = match;
  const standard = scheme === 'https' ? ':443' : ':80';
  const places = [`${scheme}://${host}`, `${scheme}://${host}${port ?? standard}`];
  return places.flatMap((place) => [...new Set([rest, withQueryEncodedAnew(rest)])].map((each) => place + each));
}

function withQueryEncodedAnew(rest: string): string {
  const place = rest.indexOf('?');
  return place < 0 ? rest : `${rest.slice(0, place)}?${stringify(parse(rest.slice(place + 1)))}`;
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
