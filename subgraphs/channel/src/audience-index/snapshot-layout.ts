import { crc32 } from 'node:zlib';
import type { Block, Part } from './event-log.ts';
import type { VerdictsState } from './snapshot-verdicts.ts';

/** Changes with every change of what a snapshot is made of: one of another layout is passed over. */
export const layout = 3;

/** What the account's row of a snapshot tells beside its rev. */
export interface SnapshotState {
  /** In milliseconds since 1970: later events are in `later`. */
  readonly now: number;
  readonly later: readonly number[];
  readonly columns: readonly { readonly key: number; readonly blocks: readonly Part[] }[];
  readonly verdicts: VerdictsState;
}

/** Seconds, then addresses, as every machine Node runs on keeps them: little-endian. */
export const bytesOfBlock = ({ seconds, addresses, length }: Pick<Block, 'seconds' | 'addresses' | 'length'>): Buffer =>
  Buffer.concat(
    [seconds, addresses].map((numbers) => Buffer.from(numbers.buffer, numbers.byteOffset, length * 4)),
    length * 8,
  );

export const sumOf = (bytes: Buffer): number => crc32(bytes);

/** @returns null for bytes that are not those the state tells of */
export function blockOfBytes(part: Part, bytes: Buffer): Block | null {
  const { length, sum } = part;
  if (bytes.length !== length * 8 || sumOf(bytes) !== sum) return null;
  const numbers = (from: number): Int32Array => {
    const own = new Int32Array(length);
    bytes.copy(Buffer.from(own.buffer), 0, from, from + length * 4);
    return own;
  };
  return { seconds: numbers(0), addresses: numbers(length * 4), length, part };
}
