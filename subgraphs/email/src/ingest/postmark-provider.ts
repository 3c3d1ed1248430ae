import { createHash, timingSafeEqual } from 'node:crypto';
import { counted, jsonOf, type Provider } from '@ucp/channel/webhook';
import { badInput } from '@ucp/kit/errors';
import { translatePostmark } from './postmark.ts';

interface PostmarkSecret {
  readonly username: string;
  readonly password: string;
}

/** Characters of a user name and of a password. */
const lengthLimit = 200;
/** What can be written into an address and comes back as it was. */
const printable = /^[\x21-\x7e]+$/;

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Postmark signs nothing: it authenticates by the user name and password written into the address of the webhook, as
 * HTTP Basic. Source: Postmark, Webhooks overview.
 */
export function verifyPostmark({ username, password }: PostmarkSecret, authorization: string | undefined): boolean {
  const given = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1];
  if (given === undefined) return false;
  const decoded = Buffer.from(given, 'base64');
  if (decoded.toString('base64') !== given) return false;
  // Digests have one length, whatever came: the time tells nothing of the secret.
  return timingSafeEqual(digestOf(decoded.toString('utf8')), digestOf(`${username}:${password}`));
}

export const postmark: Provider<PostmarkSecret> = {
  name: 'postmark',
  readSecret: ({ username, password }, field) => {
    const valid = (text: unknown): text is string =>
      typeof text === 'string' && printable.test(text) && text.length <= lengthLimit;
    const tell = (name: string, more: string) =>
      badInput(
        [...field, name],
        `POSTMARK needs "${name}": 1 to ${lengthLimit} printable characters without spaces${more}`,
      );
    if (!valid(username) || username.includes(':')) throw tell('username', ' or colons');
    if (!valid(password)) throw tell('password', '');
    return { username, password };
  },
  verify: (secret, { headers }) => verifyPostmark(secret, headers.authorization),
  translate: (body) => translatePostmark(jsonOf(body)),
  answer: counted,
};
