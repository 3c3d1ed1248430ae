/** An object of the answer while it grows: what fetches gave so far, under the names the plan asked for. */
export type Entity = Record<string, unknown>;

export const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value under a name a client chose: `constructor` is a name as good as any, and no object's own by birth. */
export const ownValue = (entity: Entity, name: string): unknown =>
  Object.hasOwn(entity, name) ? entity[name] : undefined;
