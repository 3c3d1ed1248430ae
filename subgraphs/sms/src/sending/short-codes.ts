import { createHmac } from 'node:crypto';
import type { Secret } from '@ucp/kit/secret';

/** Most links of one message that are told apart. */
export const linkLimit = 256;
/** Characters of a code: 62 to the tenth power is just more than 2 to the 59th. */
export const codeLength = 10;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const half = 29n;
const mask = (1n << half) - 1n;
/** With four a permutation by a keyed function cannot be told from a random one (Luby and Rackoff, 1988). */
const rounds = 4;

/**
 * Codes of links, ten letters and digits: each (message, link) has one of its own, and whoever has some cannot guess another, as
 * they are a permutation of all numbers of 58 bits under our key. Two links can thus never share a code, as shortened digests could.
 */
export function createShortCodes(secret: Secret): (messageNo: number, link: number) => string {
  const key = secret.keyFor('short-link');
  const mixed = (value: bigint, round: number): bigint =>
    createHmac('sha256', key).update(`${round}.${value}`).digest().readBigUInt64BE() & mask;
  return (messageNo, link) => {
    if (link >= linkLimit || messageNo >= 2 ** 50) throw new Error(`no code for link ${link} of message ${messageNo}`);
    const number = BigInt(messageNo) * BigInt(linkLimit) + BigInt(link);
    let [left, right] = [number >> half, number & mask];
    for (let round = 0; round < rounds; round++) [left, right] = [right, left ^ mixed(right, round)];
    let rest = (left << half) | right;
    let code = '';
    for (let i = 0; i < codeLength; i++) {
      code = alphabet.charAt(Number(rest % 62n)) + code;
      rest /= 62n;
    }
    return code;
  };
}
