/** Conditions asked at once: at a million contacts each is answered by 125 kB. */
const together = 100;

/**
 * Filters in groups that are asked at once, in the order given. A page of segments as people write them is one group; only many filters of
 * very many conditions are several, as their answers would fill the memory.
 */
export function groupsOf<Filter>(
  filters: readonly Filter[],
  conditionsOf: (filter: Filter) => number,
  most = together,
): Filter[][] {
  const groups: Filter[][] = [];
  let conditions = 0;
  for (const filter of filters) {
    const own = conditionsOf(filter);
    if (groups.length === 0 || conditions + own > most) {
      groups.push([]);
      conditions = 0;
    }
    groups.at(-1)?.push(filter);
    conditions += own;
  }
  return groups;
}
