import type { Caller } from '@ucp/kit/caller';

/** What one request carries through the gateway. */
export interface GatewayContext {
  readonly caller: Caller;
  /** Newest journal state of each part that this request has seen. */
  readonly revs: Map<string, number>;
  /** An id of this request that nobody else has; the one it is logged by may be the client's choice. */
  readonly question: string;
}
