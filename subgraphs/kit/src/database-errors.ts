import { CodedError } from './errors.ts';

/** A deadlock, or a serialization failure: the same work again may go through. */
const retryable = new Set(['40P01', '40001']);
/** Codes of connections that are lost or refused. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);
/** Texts that PostgreSQL cannot hold: with a NUL, by itself or written into JSON. */
const unstorable = new Set(['22021', '22P05']);

/** The code of PostgreSQL, or of the network; empty where an error has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export const isRetryable = (error: unknown): boolean => retryable.has(codeOf(error));

/** A database that cannot be reached is a passing state of ours, not an internal error. */
export function asCoded(error: unknown): unknown {
  if (unstorable.has(codeOf(error)))
    return new CodedError('BAD_USER_INPUT', 'A text must not contain the character U+0000.');
  const lost =
    unreachable.has(codeOf(error)) ||
    (error instanceof Error && /timeout|terminated|not queryable/i.test(error.message));
  if (error instanceof CodedError || !lost) return error;
  return new CodedError('OVERLOADED', 'The data cannot be reached at the moment. Try again in a few seconds.');
}
