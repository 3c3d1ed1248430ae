/** The bytes of unsigned 32-bit numbers in little-endian order, as every machine Node runs on keeps them; they share its memory. */
export const bytesOfWords = (words: Uint32Array): Buffer =>
  Buffer.from(words.buffer, words.byteOffset, words.byteLength);

export function wordsOfBytes(bytes: Buffer): Uint32Array {
  const words = new Uint32Array(bytes.length >>> 2);
  new Uint8Array(words.buffer).set(bytes.subarray(0, words.byteLength));
  return words;
}

/** The same as text, base64. */
export const encodeWords = (words: Uint32Array): string => bytesOfWords(words).toString('base64');
export const decodeWords = (text: string): Uint32Array => wordsOfBytes(Buffer.from(text, 'base64'));

/**
 * Words on their way to who asked for them: as they are within a process, and as text once they leave it as JSON. To write and read
 * the text of a set of a million contacts takes as long as to find who is in it. Neither side may change them any more.
 */
export class SentWords {
  readonly words: Uint32Array;

  constructor(words: Uint32Array) {
    this.words = words;
  }

  toString(): string {
    return encodeWords(this.words);
  }

  toJSON(): string {
    return encodeWords(this.words);
  }
}

/** Words out of an answer, of this process or another. */
export const wordsSent = (value: unknown): Uint32Array =>
  value instanceof SentWords ? value.words : decodeWords(String(value));
