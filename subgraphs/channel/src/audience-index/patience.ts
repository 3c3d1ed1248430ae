/** How long a question waits: until SQL is likely to be faster, or as long as it takes, as SQL would take longer. */
export type Patience = 'a moment' | 'as long as it takes';

/** What comes within some milliseconds, or null: then nobody waits for it any more. */
export async function withPatience<Value>(work: Promise<Value>, patience: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([work, tired]);
  } finally {
    clearTimeout(timer);
  }
}
