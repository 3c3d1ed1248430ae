import type { Database } from '@ucp/kit/database';
import type { BaseContext } from '@ucp/kit/subgraph';
import type { Endpoints } from './actions/endpoints.ts';
import type { Track } from './actions/track.ts';
import type { AutomationReads } from './automation-reads.ts';
import type { Rehearsal } from './domain/rehearsal/summary.ts';
import type { StartNow } from './engine/start-now.ts';
import type { AutomationLoaders } from './loaders.ts';
import type { Peers } from './peers/peers.ts';
import type { Rehearsed } from './rehearsal/rehearse.ts';

export interface Context extends BaseContext {
  readonly db: Database;
  readonly reads: AutomationReads;
  readonly endpoints: Endpoints;
  readonly peers: Peers;
  /** Lets somebody into a workflow at once. */
  readonly startNow: StartNow;
  /** What a version would have done over a time before now. */
  readonly rehearse: (workflow: Rehearsed, over: string) => Promise<Rehearsal>;
  readonly announce: () => void;
  readonly track: Track;
  readonly load: AutomationLoaders;
  /** Folds all that identity knows of the account by now. */
  readonly refresh: () => Promise<void>;
}
