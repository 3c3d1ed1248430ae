import type { Connection } from '@ucp/kit/connection';
import type { Database } from '@ucp/kit/database';
import type { Follower } from '@ucp/kit/follower';
import { ensureJobs } from '@ucp/kit/jobs/job-tables';
import { createLeases } from '@ucp/kit/jobs/lease';
import type { Logger } from '@ucp/kit/log';
import type { Secret } from '@ucp/kit/secret';
import { type AskForMessages, createAskForMessages } from '../actions/ask-for-messages.ts';
import { type CampaignSends, createCampaignSends } from '../actions/campaign-sends.ts';
import { createMessageChanges, type MessageChanges } from '../actions/change-message.ts';
import { createClaimMessages } from '../actions/claim-messages.ts';
import { createSenders, type Senders } from '../actions/configure-senders.ts';
import { createExpandCampaign } from '../actions/expand-campaign.ts';
import { createQueueMessages } from '../actions/queue-messages.ts';
import { createRecordOutcomes } from '../actions/record-outcomes.ts';
import { createTemplates, type Templates } from '../actions/set-template.ts';
import type { ChannelKind } from '../channel-kind.ts';
import type { ChannelSending } from '../outgoing.ts';
import type { ProfileStore } from '../store/profile.ts';
import { createCampaignLanes } from './campaign-lane.ts';
import { createRunLane, type RunLane } from './lane.ts';
import { createLookUp, type LookUp } from './lookup.ts';
import type { IdentityPeer } from './merge-fields.ts';
import { createOpenSenders } from './open-senders.ts';
import { createOutbox } from './outbox.ts';
import { createPreview, type Preview } from './preview.ts';
import { createSweep, type Sweep } from './sweep.ts';
import { createSendWorker } from './worker.ts';

/** Everything of a channel that sends. */
export interface Sending {
  readonly senders: Senders;
  readonly templates: Templates;
  readonly preview: Preview;
  readonly ask: AskForMessages;
  readonly messages: MessageChanges;
  readonly campaigns: CampaignSends;
  /** Names of the fields a text merges. */
  readonly fieldsOf: (parts: unknown) => readonly string[];
  readonly runLane: RunLane;
  readonly lookUp: LookUp;
  readonly sweep: Sweep;
  /** Identity, of which merge fields are asked. */
  readonly meet: (connection: Connection, follower: Follower) => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

export interface SendingOptions extends ChannelSending {
  readonly db: Database;
  readonly url: string;
  readonly secret: Secret;
  readonly channel: ChannelKind;
  readonly profiles: ProfileStore;
  readonly publicUrl: string;
  readonly log: Logger;
  readonly announce: () => void;
  /** Default: that of the process. */
  readonly monotonic?: () => number;
}

export async function createSending(options: SendingOptions): Promise<Sending> {
  const { db, url, secret, channel, content, publicUrl, profiles, log, announce } = options;
  const { monotonic = () => performance.now() } = options;
  await ensureJobs(url);
  let peer: IdentityPeer | null = null;
  let stopping = false;
  const identity = () => peer;
  const senders = createSenders({ db, secret, channel, providers: [createOutbox(db), ...options.senders] });
  const templates = createTemplates(db, content);
  const record = createRecordOutcomes({ db, channel, announce });
  const leases = createLeases(db, monotonic);
  const openSenders = createOpenSenders(db, senders);
  const common = { db, channel, content, publicUrl, identity, senders: openSenders, record };
  const runLane = createRunLane({
    ...common,
    leases,
    claim: createClaimMessages({ db, channel, profiles }),
    campaigns: createCampaignLanes({
      db,
      expand: createExpandCampaign({ db, channel, profiles, announce }),
      identity,
    }),
    monotonic,
    isStopping: () => stopping,
    log,
  });
  const lookUp = createLookUp(common);
  const sweep = createSweep({ db, record, monotonic });
  const worker = createSendWorker({ db, url, runLane, lookUp, sweep, leases, log });
  const queue = createQueueMessages({ db, channel, profiles, announce });
  return {
    senders,
    templates,
    preview: createPreview({ db, channel, content, publicUrl, identity, templates }),
    ask: createAskForMessages({ db, senders, templates, queue, identity }),
    messages: createMessageChanges({ db, channel, announce }),
    campaigns: createCampaignSends({ db, channel, senders }),
    fieldsOf: (parts) => content.fieldsOf(parts),
    runLane,
    lookUp,
    sweep,
    meet: (connection, follower) => {
      peer = { connection, follower };
    },
    start: worker.start,
    stop: async () => {
      stopping = true;
      await worker.stop();
      // What it had claimed is written by now; what could not be, and a job that it took while it went, is somebody else's.
      await leases.stop().catch((error: unknown) => log.warn({ err: error }, 'sending ends untidily'));
      await openSenders.close();
    },
  };
}
