import { createHash } from 'node:crypto';

/** A number from 0 to 1 that depends on what is given and on nothing else: the same question always has the same answer. */
export function draw(...things: readonly unknown[]): number {
  const text = JSON.stringify(things, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value));
  return createHash('sha1').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of several, in the same way. */
export function drawOne<Item>(items: readonly Item[], ...things: readonly unknown[]): Item {
  const item = items[Math.floor(draw(...things) * items.length)];
  if (item === undefined) throw new Error('nothing to draw from');
  return item;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
