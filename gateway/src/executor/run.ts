import type { GraphQLError } from 'graphql';
import type { Entity } from './entity.ts';
import type { GraphOperation } from './plan.ts';

/** One execution of a compiled operation. */
export interface Run {
  readonly operation: GraphOperation;
  /** As the client sent them: parts coerce them by their own types. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Coerced and with defaults: what conditions are decided by. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What fetches gave so far. */
  readonly data: Entity;
  readonly errors: GraphQLError[];
}

/** A node of the plan. What it throws ends the run; failures of parts are put among its errors instead. */
export type Step = (run: Run) => Promise<void>;
