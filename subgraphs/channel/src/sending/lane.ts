import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@ucp/kit/database';
import { type Lease, LeaseLost, type Leases } from '@ucp/kit/jobs/lease';
import type { Logger } from '@ucp/kit/log';
import type { ClaimMessages } from '../actions/claim-messages.ts';
import type { Outcome, RecordOutcomes } from '../actions/record-outcomes.ts';
import type { ChannelKind } from '../channel-kind.ts';
import type { ContentKind } from '../outgoing.ts';
import type { Lane } from '../store/lanes.ts';
import { claimedBy, untilNextDue } from '../store/message-claims.ts';
import { keepLinks } from '../store/short-links.ts';
import type { CampaignLane, CampaignLanes } from './campaign-lane.ts';
import { createDueBatches, type DueBatches } from './due-batches.ts';
import { handOver, outcomeOf, type WrittenMessage, withoutLinks, writeMessage } from './hand-over.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import type { IdentityPeer } from './merge-fields.ts';
import type { OpenSenders, ReadySender } from './open-senders.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createWriter, type Writer } from './writer.ts';

/** A run gives way after this many milliseconds, so that lanes share the worker. */
const runTime = 10_000;
/** Messages that are looked at, claimed and handed over together where the provider sets no number. */
const atOncePreset = 100;
/** A wait that a run sits out, in milliseconds; after longer ones it comes again. */
const patience = 1_000;
/** Candidates that somebody else has are looked at again after this many milliseconds. */
const taken = 50;
/** A sender whose provider this process does not know, as while another version is rolled out, is tried again after a minute. */
const unknownProvider = 60_000;

export interface LaneOptions {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly content: ContentKind;
  readonly publicUrl: string;
  readonly identity: () => IdentityPeer | null;
  readonly leases: Leases;
  readonly senders: OpenSenders;
  readonly claim: ClaimMessages;
  readonly record: RecordOutcomes;
  readonly campaigns: CampaignLanes;
  readonly monotonic: () => number;
  readonly isStopping: () => boolean;
  readonly log: Logger;
}

/**
 * Sends what is due of a lane: claimed in short transactions, handed over outside of them, many at once. A lane is run by one at a
 * time; where that fails, the claims fence it. @returns after how many milliseconds it is to run again; null: when it is asked to
 * @throws CodedError SUBGRAPH_UNAVAILABLE while identity is away, LeaseLost
 */
export type RunLane = (lane: Lane) => Promise<number | null>;

interface Run {
  readonly lane: Lane;
  readonly lease: Lease;
  readonly ready: ReadySender;
  readonly writer: Writer;
  readonly recorder: Recorder;
  readonly inFlight: InFlight;
  readonly batches: DueBatches;
  readonly campaign: CampaignLane | null;
  readonly atOnce: number;
  readonly until: number;
}

export function createRunLane(options: LaneOptions): RunLane {
  const { db, content, publicUrl, leases, senders, record, campaigns, monotonic, log } = options;
  return async (lane) => {
    const { account, senderNo } = lane;
    const lease = await leases.current();
    await recallLeftovers(options, lane, lease);
    const ready = await senders.of(account, senderNo);
    if (ready === null) return unknownProvider;
    const writer = createWriter({ db, content, publicUrl, account });
    const run: Run = {
      lane,
      lease,
      ready,
      writer,
      recorder: createRecorder({ account, record, lease, log }),
      inFlight: createInFlight(),
      batches: createDueBatches({ ...options, lane, writer }),
      campaign: lane.campaignNo === 0 ? null : await campaigns.open(lane),
      atOnce: ready.provider.atOnce ?? atOncePreset,
      until: monotonic() + runTime,
    };
    let wait: number | null | 'closed';
    try {
      wait = await steps(options, run);
    } finally {
      await run.inFlight.downTo(0);
      await run.recorder.done();
    }
    if (typeof wait === 'number') return wait;
    await run.campaign?.finish();
    if (wait === 'closed') return null;
    const next = await untilNextDue(db, lane);
    return next === null ? null : Math.max(0, next);
  };
}

/** Step after step until nothing is due (null), the rate is used up (until when), the time is over (0), or the campaign is held. */
async function steps(options: LaneOptions, run: Run): Promise<number | null | 'closed'> {
  for (;;) {
    if (options.isStopping()) return 0;
    if (!run.lease.holds()) throw new LeaseLost();
    if (options.monotonic() >= run.until) return 0;
    await run.inFlight.downTo(Math.floor(run.atOnce / 2));
    const more = (await run.campaign?.fill()) ?? false;
    const wait = await step(options, run);
    if (wait === 'nothing due') {
      if (more) continue;
      // What is under way may be put off to a moment that comes at once.
      if (run.inFlight.count() === 0) return null;
      await run.inFlight.downTo(0);
      await run.recorder.done();
    } else if (wait === 'closed') return wait;
    else if (wait > patience || options.monotonic() + wait > run.until) return wait;
    else if (wait > 0) await sleep(wait);
  }
}

async function step(options: LaneOptions, run: Run): Promise<number | 'nothing due' | 'closed'> {
  const { db, claim } = options;
  const { lane, lease, ready, writer, inFlight, batches } = run;
  const { account } = lane;
  const room = Math.min(run.atOnce - inFlight.count(), ready.perSecond);
  const batch = await batches.next(room);
  const { candidates, views } = batch;
  if (candidates.length === 0) return 'nothing due';
  if (candidates.length === room) batches.lookBehind(batch, room);
  const { claimed, waitMs, open } = await claim(lane, lease.workerId, candidates);
  if (!open) return 'closed';
  if (claimed.length === 0) return waitMs > 0 ? waitMs : taken;
  await writer.prepare(claimed);
  const written = claimed.map((message) => writeMessage(writer, message, views.get(message.contactNo) ?? {}));
  const links = written.flatMap((each) => ('links' in each ? each.links : []));
  const areKept = keepLinks(db, account, links).then(
    () => true,
    () => false,
  );
  for (const each of written) inFlight.add(send(options, run, each, areKept));
  return waitMs;
}

/** @param areKept whether the links of the messages that were written together are in the database, where people find them */
async function send(
  { content }: LaneOptions,
  { lane: { account }, lease, ready: { sender }, recorder }: Run,
  written: WrittenMessage,
  areKept: Promise<boolean>,
): Promise<void> {
  let outcome: Outcome;
  if ('outcome' in written) outcome = written.outcome;
  else if (written.links.length > 0 && !(await areKept)) outcome = withoutLinks(written.message);
  // Somebody else may have it by now: what becomes of it is found out by asking the provider.
  else if (!lease.holds()) return;
  else outcome = await handOver({ account, message: written.message, content: written.content, sender, kind: content });
  if (lease.holds()) recorder.add(outcome);
}

/**
 * Messages that this process has claimed and of which it knows nothing more: the claim was committed and not acknowledged, or
 * their outcome could not be written. Nobody can say whether they were handed over.
 */
async function recallLeftovers({ db, record }: LaneOptions, lane: Lane, lease: Lease): Promise<void> {
  const leftovers = await claimedBy(db, lane, lease.workerId);
  if (leftovers.length === 0) return;
  const detail = 'What became of it was not written.';
  await record(
    lane.account,
    leftovers.map((message) => outcomeOf(message, { is: 'UNKNOWN', detail })),
  );
}
