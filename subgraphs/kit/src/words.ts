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
