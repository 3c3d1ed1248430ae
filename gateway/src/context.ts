import type { Caller } from '@ucp/kit/caller';

/** What one request carries through the gateway. */
export interface GatewayContext {
  readonly caller: Caller;
  /** Newest journal state of each part that this request has seen. */
  readonly revs: Map<string, number>;
  /** Text of the document that was asked for by its name; null: the request brought its own. */
  readonly text: string | null;
}
