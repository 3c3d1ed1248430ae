/** Work that was begun and is not over. */
export interface InFlight {
  readonly add: (work: Promise<void>) => void;
  readonly count: () => number;
  /** Resolves when at most so many are under way. */
  readonly downTo: (count: number) => Promise<void>;
}

export function createInFlight(): InFlight {
  let count = 0;
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const ended = (): void => {
    count -= 1;
    for (const each of waiting) if (count <= each.count) each.resolve();
    waiting = waiting.filter((each) => count > each.count);
  };
  return {
    add: (work) => {
      count += 1;
      void work.then(ended, ended);
    },
    count: () => count,
    downTo: (most) =>
      count <= most ? Promise.resolve() : new Promise((resolve) => waiting.push({ count: most, resolve })),
  };
}
