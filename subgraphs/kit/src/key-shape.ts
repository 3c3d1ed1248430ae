const shape = /^[a-z0-9][a-z0-9-]{0,59}$/;

/**
 * What a key that an account gives must look like, also that of a topic, wherever it is first named: a sentence that says what is
 * wrong with one, or null. @param name as the caller knows it
 */
export const keyMistake = (name: string, key: string): string | null =>
  shape.test(key) ? null : `${name} must be 1 to 60 lower-case letters, digits or dashes, got "${key.slice(0, 100)}"`;
