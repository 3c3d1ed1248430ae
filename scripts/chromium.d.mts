/** The browser named by `CHROMIUM_PATH`, else the first one found where systems keep it; null: there is none. */
export function findChromium(): string | null;

/** Says how to get one. */
export const withoutChromium: string;

/** Makes sure that there is a browser, by the system's packages on Debian as root. Tells whether there is one now. */
export function ensureChromium(): Promise<boolean>;
