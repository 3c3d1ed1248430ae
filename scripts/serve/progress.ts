const began = performance.now();

/** Seconds since the start of this process, for people. */
export const elapsed = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** One line of progress. */
export const tell = (text: string): void => console.log(`${elapsed().padStart(7)}  ${text}`);
