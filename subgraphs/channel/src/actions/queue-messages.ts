import type { Database, Transaction } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { latest } from '@ucp/kit/moments';
import type { ChannelKind } from '../channel-kind.ts';
import { decideSend, everSaid, mayEverSend, type SendDecision, withoutAddress } from '../domain/send-decision.ts';
import { queuedId, sendDetails, skippedId } from '../domain/send-events.ts';
import { activityOf } from '../store/activity-log.ts';
import { addLaneJob } from '../store/lanes.ts';
import { type NewMessage, newMessageNos, queuedActivityWrite, queueWrite } from '../store/message-queue.ts';
import type { MessageRow } from '../store/messages.ts';
import type { ProfileStore } from '../store/profile.ts';
import { messageId } from './message-ids.ts';

/** A message to one contact, everything it names resolved. */
export interface MessageToQueue {
  readonly contactNo: number;
  readonly senderNo: number;
  readonly campaignNo: number;
  readonly contentNo: number;
  /** The template of that text; null: it is of none. */
  readonly template: { readonly key: string; readonly version: number } | null;
  readonly topicNo: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
  /** Of what was asked under the key. */
  readonly digest: Buffer | null;
  /** Null: at once. */
  readonly notBefore: Date | null;
}

/** A message as it is queued. */
interface Queued extends NewMessage {
  readonly template: MessageToQueue['template'];
  readonly decision: SendDecision;
  /** The address as given; null before it is known. */
  readonly given: string | null;
}

interface Queueing {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly profiles: ProfileStore;
}

/**
 * The writes that queue messages, in a transaction whose last statement they are. Early `canSend`: what a lasting rule speaks
 * against is skipped at once, what must wait is due when it may leave.
 */
export async function queueing(
  tx: Transaction,
  { channel, profiles }: Omit<Queueing, 'db'>,
  account: number,
  asked: readonly MessageToQueue[],
  by: { readonly actor: string; readonly campaign: string | null },
): Promise<{ readonly messages: readonly Queued[]; readonly writes: readonly JournalWrite[] }> {
  const [numbers, facts] = await Promise.all([
    newMessageNos(tx, asked.length),
    profiles.factsWithin(
      tx,
      account,
      asked.map(({ contactNo }) => contactNo),
    ),
  ]);
  // Field by field: to take the rest of an object, or to spread one, took longer than to decide.
  const messages = asked.map((message, i): Queued => {
    const known = facts.get(message.contactNo);
    const said = known === undefined ? tx.now : everSaid(known, tx.now);
    const decision: SendDecision =
      known === undefined ? withoutAddress : decideSend(known, message.topicNo, tx.now, said);
    const [address] = known?.addresses ?? [];
    return {
      messageNo: numbers[i] ?? 0,
      contactNo: message.contactNo,
      senderNo: message.senderNo,
      campaignNo: message.campaignNo,
      contentNo: message.contentNo,
      template: message.template,
      topicNo: message.topicNo,
      variables: message.variables,
      idempotencyKey: message.idempotencyKey,
      digest: message.digest,
      addressNo: address?.addressNo ?? null,
      given: address?.given ?? null,
      skipped: known === undefined || (!decision.allowed && !mayEverSend(known, message.topicNo, said)),
      dueAt: latest([tx.now, message.notBefore, decision.retryAt]) ?? tx.now,
      queuedAt: tx.now,
      queuedBy: by.actor,
      decision,
    };
  });
  const activity = messages.flatMap(({ messageNo, addressNo, skipped, decision, template }) => {
    if (addressNo === null) return [];
    const { campaign } = by;
    const told = sendDetails({
      sendId: messageId(channel, account, messageNo),
      campaign,
      template: template?.key ?? null,
    });
    return [
      {
        messageNo,
        ...activityOf({
          eventId: skipped ? skippedId(messageNo) : queuedId(messageNo),
          at: tx.now,
          addressNo,
          kind: skipped ? 'SKIPPED' : 'QUEUED',
          machine: false,
          messageId: null,
          details: skipped ? { ...told, rule: decision.decidedBy } : told,
        }),
      },
    ];
  });
  const writes = [
    queueWrite(account, messages),
    ...(activity.length === 0 ? [] : [queuedActivityWrite(channel, account, activity)]),
  ];
  return { messages, writes };
}

/**
 * Queues messages, in one transaction and with one job a lane; those whose keys are taken by then are passed over. @returns the others
 * by their keys, as they were queued
 */
export type QueueMessages = (
  account: number,
  messages: readonly MessageToQueue[],
  actor: string,
) => Promise<ReadonlyMap<string, MessageRow>>;

export function createQueueMessages(options: Queueing & { readonly announce: () => void }): QueueMessages {
  const { db, announce } = options;
  return async (account, messages, actor) => {
    const lanes = new Map(messages.map(({ senderNo, campaignNo }) => [senderNo, { account, senderNo, campaignNo }]));
    const queued = await db.transaction(async (tx) => {
      const { messages: made, writes } = await queueing(tx, options, account, messages, { actor, campaign: null });
      // In one order, so that calls that have lanes in common do not wait for each other in a circle.
      for (const lane of [...lanes.values()].sort((a, b) => a.senderNo - b.senderNo))
        await addLaneJob(tx, lane, 0, 'replace');
      const { rows } = await appendToJournal({ query: tx.last }, account, writes);
      const news = new Set((rows.queued ?? []).map(({ message_no: no }) => Number(no)));
      return made.filter(({ messageNo }) => news.has(messageNo));
    });
    announce();
    return new Map(queued.map((message) => [message.idempotencyKey ?? '', asQueued(message)]));
  };
}

/** A message to nobody's campaign that was queued a moment ago. */
function asQueued(message: Queued): MessageRow {
  const { template, decision, skipped } = message;
  return {
    messageNo: message.messageNo,
    contactNo: message.contactNo,
    addressNo: message.addressNo,
    given: message.given,
    senderNo: message.senderNo,
    campaignNo: message.campaignNo,
    campaignName: null,
    contentNo: message.contentNo,
    topicNo: message.topicNo,
    variables: message.variables,
    digest: message.digest,
    dueAt: message.dueAt,
    queuedAt: message.queuedAt,
    queuedBy: message.queuedBy,
    templateKey: template?.key ?? null,
    templateVersion: template?.version ?? 1,
    state: skipped ? 'SKIPPED' : 'QUEUED',
    version: 1,
    earlyDecision: decision,
    decision: null,
    skippedBecause: skipped ? decision.decidedBy : null,
    attempts: 0,
    claimedAt: null,
    endedAt: skipped ? message.queuedAt : null,
    providerMessageId: null,
    errorCode: null,
    errorDetail: null,
  };
}

/** The message of a key, where the same was asked. @throws CodedError IDEMPOTENCY_MISMATCH */
export function sameAsked(message: MessageRow, digest: Buffer | null): MessageRow {
  if (message.digest === null || digest === null || !message.digest.equals(digest)) {
    throw new CodedError(
      'IDEMPOTENCY_MISMATCH',
      'This idempotency key came before with another input: the same key is for the same message',
      ['input', 'idempotencyKey'],
    );
  }
  return message;
}
