/** NUL, and halves of characters without the other, which the database cannot keep as text. */
const unkeepable = /[\0\p{Cs}]/u;

export const isKeepable = (text: string): boolean => !unkeepable.test(text);

/** What is wrong with such a text, for the end of a sentence. */
export const notKeepable = 'is text without NUL and without halves of characters';
