import { badInput } from '@ucp/kit/errors';

export type Given<Value> = Value | null | undefined;

/** Limits of what is asked to be sent. */
export const sendLimits = {
  /** Messages that are asked for in one call. */
  each: 1_000,
  /** Characters of keys and names. */
  text: 200,
  /** Characters of the variables of a message as JSON. */
  variables: 10_000,
  perSecond: 10_000,
  perMinute: 600_000,
} as const;

/** How keys of messages begin that workflows ask for: nobody else may take one before them. */
export const keysOfWorkflows = 'wf:';

/** Values for a text. @throws CodedError BAD_USER_INPUT for what is no object, or too large */
export function asVariables(given: unknown, field: readonly string[]): Readonly<Record<string, unknown>> {
  if (given === null || given === undefined) return {};
  const text = JSON.stringify(given);
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw badInput(field, `"variables" is an object of values by name, got ${text.slice(0, 50)}`);
  }
  if (text.length > sendLimits.variables) {
    throw badInput(field, `"variables" may have ${sendLimits.variables} characters as JSON, got ${text.length}`);
  }
  return Object.fromEntries(Object.entries(given));
}
