import type { Caller } from '@ucp/kit/caller';

/** What one request carries through the gateway. */
export interface GatewayContext {
  readonly caller: Caller;
  /** Newest journal state of each part that this request has seen. */
  readonly revs: Map<string, number>;
  /** An id of this request that nobody else has; the one it is logged by may be the client's choice. */
  readonly question: string;
  /** Text of the document that was asked for by its name; null: the request brought its own. */
  readonly text: string | null;
}
