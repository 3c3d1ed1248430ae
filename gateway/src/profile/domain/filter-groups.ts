/** Conditions asked at once: at a million contacts each is answered by 125 kB. */
const together = 100;

/**
 * Filters in groups that are asked at once, in the order given. A page of segments as people write them is one group; only many filters of
 * very many conditions are several, as their answers would fill the memory, and their work the time of everybody else. Each group is made
 * when it is asked for.
 */
export function* groupsOf<Filter>(
  filters: readonly Filter[],
  conditionsOf: (filter: Filter) => number,
  most = together,
): Generator<Filter[]> {
  let group: Filter[] = [];
  let conditions = 0;
  for (const filter of filters) {
    const own = conditionsOf(filter);
    if (group.length > 0 && conditions + own > most) {
      yield group;
      group = [];
      conditions = 0;
    }
    group.push(filter);
    conditions += own;
  }
  if (group.length > 0) yield group;
}
