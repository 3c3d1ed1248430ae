/** Whether PostgreSQL can hold a text, by itself and within JSON: it has no NUL, and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
