import type { Database, Transaction } from '@ucp/kit/database';
import { LeaseLost } from '@ucp/kit/jobs/lease';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import type { ContactFacts } from '../domain/facts.ts';
import { freeNow, type Rate, usedAfter, waitFor } from '../domain/rate.ts';
import { sendDetails, skippedId } from '../domain/send-events.ts';
import { type ActivityInsert, activityOf, activityWrite } from '../store/activity-log.ts';
import { type LockedCampaign, lockCampaign } from '../store/campaign-sends.ts';
import type { Lane } from '../store/lanes.ts';
import {
  type Candidate,
  type ClaimRow,
  claimsInFlight,
  claimWrite,
  contactsReached,
  type LockedMessage,
  lockAddressesOf,
  lockCandidates,
  rateWrite,
} from '../store/message-claims.ts';
import type { Outbound } from '../store/message-outcomes.ts';
import type { ProfileStore } from '../store/profile.ts';
import { type LockedSender, lockSender } from '../store/senders.ts';
import { type Before, decide } from './decide-claim.ts';
import { messageId } from './message-ids.ts';

export interface Claim {
  readonly claimed: readonly Outbound[];
  /** Until the rate lets more leave, in milliseconds; 0: more may be claimed at once. */
  readonly waitMs: number;
  /** Whether the lane has anything to do: a campaign that is paused has not. */
  readonly open: boolean;
}

/**
 * Claims messages of a lane, in one short transaction: the decision of record is made under the locks of the contacts' addresses,
 * so that a STOP comes wholly before it or wholly after it. What may never be sent is skipped, what may be sent later waits.
 * Several messages to one person are judged one after another: caps count what was claimed before.
 * @throws LeaseLost
 */
export type ClaimMessages = (lane: Lane, workerId: string, candidates: readonly Candidate[]) => Promise<Claim>;

export function createClaimMessages(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly profiles: ProfileStore;
}): ClaimMessages {
  const { db, channel, profiles } = options;
  return (lane, workerId, candidates) =>
    db.transaction(async (tx) => {
      const { account, senderNo, campaignNo } = lane;
      const [sender, campaign] = await Promise.all([
        lockSender(tx, account, senderNo, workerId),
        campaignNo === 0 ? null : lockCampaign(tx, account, campaignNo),
      ]);
      if (sender === null) throw new Error(`sender ${senderNo} is gone`);
      if (!sender.alive) throw new LeaseLost();
      // Of one that is done, what staff has sent again after a review.
      if (campaign !== null && campaign.state !== 'RUNNING' && campaign.state !== 'DONE')
        return { claimed: [], waitMs: 0, open: false };
      const rates = ratesOf(sender, campaign);
      const now = tx.now.getTime();
      const free = Math.min(...rates.map((rate) => freeNow(rate, now)));
      const granted = sender.archivedAt === null ? candidates.slice(0, Math.max(0, free)) : candidates;
      if (granted.length === 0) return { claimed: [], waitMs: longestWait(rates, now, candidates.length), open: true };
      const { messages, facts, reached } = await lockAndLook(tx, profiles, lane, granted, sender.archivedAt !== null);
      if (messages.length === 0) return { claimed: [], waitMs: 0, open: true };
      const before: Before = { claimedOf: new Map(), reached, once: campaign !== null };
      const decided = messages.map((message) => ({ message, ...decide(message, facts, before, sender, tx.now) }));
      const claimed = decided.filter(({ row }) => row.is === 'CLAIMED');
      const skipped = decided.filter(({ row }) => row.is === 'SKIPPED' && row.addressNo !== null);
      const rate = (table: 'sender' | 'campaign_send', no: number, each: Rate | undefined): JournalWrite[] =>
        each === undefined || claimed.length === 0
          ? []
          : [rateWrite(table, account, no, usedAfter(each, now, claimed.length))];
      const skips =
        skipped.length === 0
          ? []
          : [
              activityWrite(
                channel,
                account,
                skipped.map(({ message, row }) => skipOf(channel, account, message, row, campaign, tx.now)),
              ),
            ];
      await appendToJournal({ query: tx.last }, account, [
        claimWrite(
          account,
          workerId,
          tx.now,
          decided.map(({ row }) => row),
        ),
        ...skips,
        ...rate('sender', senderNo, rates[0]),
        ...rate('campaign_send', campaignNo, rates[1]),
      ]);
      return {
        claimed: claimed.flatMap(({ message, address }) =>
          address === null
            ? []
            : [
                {
                  ...message,
                  version: message.version + 1,
                  addressNo: address.addressNo,
                  to: address.value,
                  given: address.given,
                  campaignNo,
                  claimedAt: tx.now,
                },
              ],
        ),
        waitMs: 0,
        open: true,
      };
    });
}

const skipOf = (
  channel: ChannelKind,
  account: number,
  { messageNo }: LockedMessage,
  { addressNo, decision }: ClaimRow,
  campaign: LockedCampaign | null,
  now: Date,
): ActivityInsert =>
  activityOf({
    eventId: skippedId(messageNo),
    at: now,
    addressNo: addressNo ?? 0,
    kind: 'SKIPPED',
    machine: false,
    messageId: null,
    details: {
      ...sendDetails({
        sendId: messageId(channel, account, messageNo),
        campaign: campaign?.name ?? null,
        template: null,
      }),
      rule: decision?.decidedBy,
    },
  });

/** That of the sender, and that of the campaign where it has one. */
function ratesOf(sender: LockedSender, campaign: LockedCampaign | null): readonly Rate[] {
  const own: Rate = { usedUntil: sender.usedUntil, interval: 1_000 / sender.perSecond };
  if (campaign === null || campaign.perMinute === null) return [own];
  return [own, { usedUntil: campaign.usedUntil, interval: 60_000 / campaign.perMinute }];
}

const longestWait = (rates: readonly Rate[], now: number, wanted: number): number =>
  Math.max(1, ...rates.map((rate) => waitFor(rate, now, wanted)));

/** Messages that are ours until the end of the transaction, and what is known of whom they are for. */
interface Locked {
  readonly messages: readonly LockedMessage[];
  readonly facts: ReadonlyMap<number, ContactFacts>;
  readonly reached: ReadonlySet<number>;
}

/**
 * Locks messages, then the addresses of their contacts, then asks what speaks against each: one behind the other without waiting
 * for answers in between, as the locks are held for as long.
 */
async function lockAndLook(
  tx: Transaction,
  profiles: ProfileStore,
  { account, campaignNo }: Lane,
  granted: readonly Candidate[],
  archived: boolean,
): Promise<Locked> {
  const locking = lockCandidates(
    tx,
    account,
    granted.map(({ messageNo }) => messageNo),
  );
  if (archived) return { messages: await locking, facts: new Map(), reached: new Set() };
  const contactNos = [...new Set(granted.map(({ contactNo }) => contactNo))];
  const [messages, , facts, reached] = await Promise.all([
    locking,
    lockAddressesOf(tx, account, contactNos),
    profiles.factsWithin(tx, account, contactNos),
    // Asked under the locks of the addresses: two contacts may have become one since the campaign began.
    campaignNo === 0 ? new Set<number>() : contactsReached(tx, account, contactNos, campaignNo),
  ]);
  return { messages, facts: await withClaims(tx, account, contactNos, facts), reached };
}

/** With what was claimed for a contact and is not written as sent yet counted among its sends. */
async function withClaims(
  tx: Transaction,
  account: number,
  contactNos: readonly number[],
  facts: Map<number, ContactFacts>,
): Promise<Map<number, ContactFacts>> {
  const [any] = facts.values();
  if (any === undefined || any.settings.frequencyCaps.length === 0) return facts;
  for (const { contactNo, claimedAt } of await claimsInFlight(tx, account, contactNos)) {
    const known = facts.get(contactNo);
    if (known !== undefined) facts.set(contactNo, { ...known, sends: [...known.sends, claimedAt] });
  }
  return facts;
}
