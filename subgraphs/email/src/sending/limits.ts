/** Most characters of each part of an e-mail. Gmail shows the first 102 kB of a message. */
export const partLimits = { subject: 400, html: 120_000, text: 100_000 } as const;

/** Longest address, in bytes as JSON, that is followed: its token stays below the 2,000 characters that are read. A longer link is left as it is. */
export const trackedLimit = 1_000;

/** Most elements within each other. */
export const depthLimit = 200;
