import { GraphQLError } from 'graphql';
import type { Values } from './coerce-variables.ts';

/** One answer being put into the shape the client asked for. */
export interface Shaping {
  /** Names and places on the way to the value at hand. */
  readonly path: (string | number)[];
  /** What parts answered that the schema does not allow. */
  readonly problems: GraphQLError[];
  /** Coerced and with defaults. */
  readonly values: Values;
}

/** In place of a value: null because of a problem that has been told. */
export const failed = Symbol('failed');

/** A value as the client gets it; null where it may be null; {@link failed} where it may not. */
export type Complete = (value: unknown, shaping: Shaping) => unknown;

/** Tells a problem at the place at hand. */
export function tell({ path, problems }: Shaping, message: string): typeof failed {
  problems.push(new GraphQLError(message, { path: [...path], extensions: { code: 'INVALID_GRAPHQL' } }));
  return failed;
}

/** @param type of the value at hand @param owner the type whose field is on the way last */
export function placeOf({ path }: Shaping, type: string, owner: string): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `array element of type ${type} at index ${last}` : `field ${owner}.${last}`;
}
