/** Numbers that look random and are the same on every run: 0 inclusive to 1 exclusive (mulberry32). */
export function createRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** Whether something of this probability happens. */
    chance: (probability: number): boolean => next() < probability,
    /** A whole number below a bound. */
    below: (bound: number): number => Math.floor(next() * bound),
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    /** Hexadecimal digits. */
    hex: (length: number): string => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join(''),
  };
}

export type Random = ReturnType<typeof createRandom>;
