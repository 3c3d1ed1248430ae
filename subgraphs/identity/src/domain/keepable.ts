import { badInput } from '@ucp/kit/errors';
import { limits } from './limits.ts';

/** NUL, and halves of characters without the other, which the database cannot keep as text. */
const unkeepable = /[\0\p{Cs}]/u;

export const isKeepable = (text: string): boolean => !unkeepable.test(text);

/** What is wrong with such a text, for the end of a sentence. */
export const notKeepable = 'is text without NUL and without halves of characters';

/** A remark for the record; null where none is given. @throws CodedError BAD_USER_INPUT */
export function remarkGiven(text: string | null | undefined, path: readonly string[]): string | null {
  if (text === null || text === undefined) return null;
  if (text.length > limits.detail)
    throw badInput(path, `A remark has at most ${limits.detail} characters, got ${text.length}`);
  if (!isKeepable(text)) throw badInput(path, `A remark ${notKeepable}`);
  return text;
}
