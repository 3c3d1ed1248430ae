import type { Caller } from '@ucp/kit/caller';

/** What one request carries through the gateway. */
export interface GatewayContext {
  readonly caller: Caller;
  /** Newest journal state of each part that this request has seen. */
  readonly revs: Map<string, number>;
}
