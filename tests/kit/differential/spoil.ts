import type { ExecutionResult } from 'graphql';

type Holder = Record<string | number, unknown>;

/**
 * The answer with one of its values replaced by what no schema allows there, as of a part with a fault of its own.
 * @param luck which one
 */
export function spoil(result: ExecutionResult, luck: number): ExecutionResult {
  const places: [Holder, string | number][] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const holder: Holder = Object(value);
    for (const key of Object.keys(holder)) {
      // Types and the list of objects are what holds the answer together: without them there is nothing to compare.
      if (key !== '__typename' && key !== '_entities' && key !== 'id') places.push([holder, key]);
      walk(holder[key]);
    }
  };
  walk(result.data);
  const place = places[Math.floor(luck * 1e6) % places.length];
  if (place !== undefined) {
    const [holder, key] = place;
    const isLeaf = typeof holder[key] !== 'object';
    holder[key] = isLeaf && Math.floor(luck * 1e7) % 2 === 0 ? 'NOT IN ANY SCHEMA' : null;
  }
  return result;
}
