import type { ExecutionResult } from 'graphql';
import type { RevRange } from './as-of.ts';
import type { Caller } from './caller.ts';
import type { DoorMethod, DoorRequest, DoorResponse } from './door.ts';
import type { Health } from './health.ts';
import type { Journal } from './journal.ts';

export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/**
 * `extensions.revs` says which state of whose journal the answer is true for, `extensions.asOf` which merges, by the rev of identity's
 * journal, the reads behind it knew of.
 */
export interface GraphResult extends ExecutionResult {
  readonly extensions?: { readonly revs?: Readonly<Record<string, number>>; readonly asOf?: RevRange };
}

/** A door as the gateway needs to know it to route to it. */
export interface DoorRoute {
  readonly method: DoorMethod;
  readonly path: string;
  readonly scopes: readonly string[] | null;
  readonly streams: boolean;
}

/** A part of the system as everybody else reaches it: in this process or over HTTP, the same either way. */
export interface Connection {
  readonly name: string;
  readonly execute: (request: GraphRequest, caller: Caller) => Promise<GraphResult>;
  readonly doors: () => Promise<readonly DoorRoute[]>;
  readonly knock: (request: DoorRequest) => Promise<DoorResponse>;
  readonly journal: Journal;
  readonly health: () => Promise<Health>;
}
