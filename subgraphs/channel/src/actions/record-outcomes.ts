import type { Database, Transaction } from '@ucp/kit/database';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import { suppressionId, uuidOf } from '../domain/event-id.ts';
import { refusedId, sendDetails, sentId } from '../domain/send-events.ts';
import type { SendChange } from '../domain/send-state.ts';
import type { SuppressionReason } from '../event.ts';
import {
  type ActivityInsert,
  activityOf,
  activityWrite,
  isKnownActivity,
  type KnownEvents,
} from '../store/activity-log.ts';
import { campaignWrite } from '../store/campaigns.ts';
import { addLaneJob, addLookupJob } from '../store/lanes.ts';
import { suppressionWrite } from '../store/ledger.ts';
import { ingestAlone } from '../store/machine-marks.ts';
import { type AtVersion, type ChangingMessage, changeWrite, lockAtVersions } from '../store/message-outcomes.ts';
import { assignWaiting, type TakenMessage } from './assign-waiting.ts';
import { messageId } from './message-ids.ts';

/** What became of a message at the version that somebody acted upon. */
export interface Outcome extends AtVersion {
  /** Out of what the message was at that version. */
  readonly become: (now: Date) => SendChange;
  /** Where the refusal says that the address must not be used. */
  readonly suppression: { readonly reason: SuppressionReason; readonly detail: string } | null;
  /** What the activity of the send tells of what was sent. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Writes outcomes of an account in one transaction, at most 5,000. What is no longer at its version was overtaken, and is left as
 * it is. @returns how many were written
 */
export type RecordOutcomes = (account: number, outcomes: readonly Outcome[]) => Promise<number>;

/** A message, what was told of it, and what that makes of it. */
interface Changing {
  readonly message: ChangingMessage;
  readonly outcome: Outcome;
  readonly change: SendChange;
}

export function createRecordOutcomes(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly announce: () => void;
}): RecordOutcomes {
  const { db, channel, announce } = options;
  return async (account, outcomes) => {
    if (outcomes.length === 0) return 0;
    const write = (known: KnownEvents) => db.transaction((tx) => writeOutcomes(tx, channel, account, outcomes, known));
    let count: number;
    try {
      count = await write('refuse');
    } catch (error) {
      if (!isKnownActivity(error)) throw error;
      count = await write('passOver');
    }
    announce();
    return count;
  };
}

/** The same as the end of a transaction that has done nothing else. @param known what becomes of activity that is there already */
export async function writeOutcomes(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  outcomes: readonly Outcome[],
  known: KnownEvents = 'passOver',
): Promise<number> {
  const changes = outcomes.map(({ become }) => become(tx.now));
  const [, locked] = await Promise.all([
    // A provider may tell of a send before we have written it: whoever is second must see the first.
    changes.some(isSent) ? ingestAlone(tx, account) : null,
    lockAtVersions(
      tx,
      account,
      kindNo(channel, 'SEND'),
      outcomes,
      changes.map(({ providerMessageId }) => providerMessageId),
    ),
  ]);
  const byNo = new Map(locked.map((message) => [message.messageNo, message]));
  const messages: Changing[] = [];
  outcomes.forEach((outcome, i) => {
    const [message, change] = [byNo.get(outcome.messageNo), changes[i]];
    if (message !== undefined && change !== undefined) messages.push({ message, outcome, change });
  });
  if (messages.length === 0) return 0;
  const sent = messages.filter(({ change }) => isSent(change));
  const suppressed = messages.filter(
    ({ outcome, message: { addressNo } }) => outcome.suppression !== null && addressNo !== null,
  );
  const waited = await assignWaiting(
    tx,
    channel,
    account,
    sent.flatMap(takenOf),
    suppressed.flatMap(({ message: { addressNo } }) => addressNo ?? []),
  );
  const rows = [
    ...sent.flatMap((message) => sendOf(channel, account, message)),
    ...messages.flatMap((message) => refusalOf(channel, account, message, tx.now)),
    ...waited.rows,
  ];
  await addJobs(tx, account, messages);
  const writes: readonly (JournalWrite | null)[] = [
    changeWrite(
      account,
      tx.now,
      messages.map(({ outcome: { messageNo }, change }) => ({ messageNo, change })),
    ),
    rows.length === 0 ? null : activityWrite(channel, account, rows, waited.rows.length === 0 ? known : 'passOver'),
    campaignWrite(account, rows),
    suppressed.length === 0 ? null : refusalWrite(account, suppressed, tx.now),
    ...waited.writes,
  ];
  await appendToJournal(
    { query: tx.last },
    account,
    writes.filter((each) => each !== null),
  );
  return messages.length;
}

const isSent = ({ state }: SendChange): boolean => state === 'SENT';

/** What is not known is looked up at once, what may leave again has its turn. */
async function addJobs(tx: Transaction, account: number, messages: readonly Changing[]): Promise<void> {
  if (messages.some(({ change }) => change.state === 'UNKNOWN')) await addLookupJob(tx, account, 0);
  const ready = messages.filter(
    ({ change: { state, dueAt } }) => state === 'QUEUED' && dueAt !== null && dueAt <= tx.now,
  );
  const lanes = new Map(
    ready.map(({ message: { senderNo, campaignNo } }) => [
      `${senderNo}:${campaignNo}`,
      { account, senderNo, campaignNo },
    ]),
  );
  for (const lane of lanes.values()) await addLaneJob(tx, lane, 0, 'replace');
}

function takenOf({ message: { addressNo }, change: { providerMessageId: messageId } }: Changing): TakenMessage[] {
  return addressNo === null || messageId === null ? [] : [{ messageId, addressNo }];
}

const named = (
  channel: ChannelKind,
  account: number,
  { messageNo, campaignName, templateKey }: ChangingMessage,
): Record<string, unknown> =>
  sendDetails({ sendId: messageId(channel, account, messageNo), campaign: campaignName, template: templateKey });

/** At the moment of the claim, which is the same however often it is written. */
function sendOf(channel: ChannelKind, account: number, { message, outcome, change }: Changing): ActivityInsert[] {
  const { messageNo, addressNo, claimedAt, sendKnown } = message;
  const { providerMessageId } = change;
  if (addressNo === null || claimedAt === null || providerMessageId === null || sendKnown) return [];
  return [
    activityOf({
      eventId: sentId(messageNo),
      at: claimedAt,
      addressNo,
      kind: 'SEND',
      machine: false,
      messageId: providerMessageId,
      details: { ...outcome.details, ...named(channel, account, message) },
    }),
  ];
}

function refusalOf(channel: ChannelKind, account: number, { message, change }: Changing, now: Date): ActivityInsert[] {
  const { addressNo, messageNo } = message;
  const { state, errorCode, errorDetail } = change;
  if (state !== 'FAILED' || addressNo === null) return [];
  const reason = [errorCode, errorDetail].filter((text) => text !== null).join(': ');
  const details = { ...named(channel, account, message), errorCode, reason };
  return [
    activityOf({
      eventId: refusedId(messageNo),
      at: now,
      addressNo,
      kind: 'REFUSED',
      machine: false,
      messageId: null,
      details,
    }),
  ];
}

/** Under a name of its own: what follows from events that waited is written beside it. */
const refusalWrite = (account: number, suppressed: readonly Changing[], now: Date): JournalWrite => ({
  ...suppressionWrite(
    account,
    now,
    suppressed.flatMap(({ message: { messageNo, version, addressNo }, outcome: { suppression } }) =>
      suppression === null || addressNo === null
        ? []
        : [
            {
              ...suppression,
              addressNo,
              entryId: suppressionId(uuidOf(`outcome:${messageNo}:${version}`), 0),
              occurredAt: now,
            },
          ],
    ),
  ),
  name: 'refusals',
});
