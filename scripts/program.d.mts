/** How much room Node gives to what is young. */
export const memoryOptions: readonly string[];

/** What Node is given to run such a file: mistakes are shown by their place in the sources. */
export const programOptions: readonly string[];

/** The program that begins with a module, as one file. @param entry from the root folder, for example `scripts/serve.ts` */
export function programOf(entry: string): Promise<string>;
