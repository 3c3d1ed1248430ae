import { groupBy } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { Definitions } from '../definitions.ts';
import { sendKey } from '../domain/step-outcome.ts';
import type { Peers, Send, SendAnswer } from '../peers/peers.ts';
import { laneWriteFor } from '../store/lanes.ts';
import {
  type Confirmation,
  confirmWrites,
  type UnconfirmedMessage,
  unconfirmedMessages,
} from '../store/unconfirmed.ts';
import { definitionsByKey, versionKey } from './definitions.ts';

/** A channel has told of nearly every message that leaves at once within these milliseconds. */
const patience = 10_000;
const most = 1_000;

/**
 * Asks channels once more for messages of which they have told nothing: what they told before the message was written here, nobody
 * has heard. By the same key, so that nothing is sent twice. Where most of an account's oldest wait at their channel indeed, the
 * younger ones do too: they are left to be told of, or a channel that is behind would be asked for everything twice.
 */
export const createConfirm =
  (db: Database, definitions: Definitions, peers: Peers): (() => Promise<void>) =>
  async () => {
    // One channel that is away keeps no other back: it is asked the next time.
    const away = new Set<string>();
    for (let from = 0, more = true; more; ) {
      const known = away.size;
      const messages = await unconfirmedMessages(db, patience, { account: from, most, without: away });
      for (const [account, own] of groupBy(messages, (message) => message.account)) {
        const confirmations = await ask({ definitions, peers }, account, own, away);
        if (confirmations.length === 0) continue;
        await db.transaction(async (tx) => {
          await appendToJournal({ query: tx.last }, account, [
            ...confirmWrites(account, tx.now, confirmations),
            laneWriteFor(account, 'awaited'),
          ]);
        });
        const waiting = confirmations.filter(({ status }) => status === 'QUEUED').length;
        from = waiting > own.length / 2 ? account + 1 : account;
      }
      more = messages.length === most || away.size > known;
    }
  };

/** What channels say of messages of an account by now; those that are away say nothing, and are noted. */
async function ask(
  { definitions, peers }: { readonly definitions: Definitions; readonly peers: Peers },
  account: number,
  messages: readonly UnconfirmedMessage[],
  away: Set<string>,
): Promise<Confirmation[]> {
  const definitionOf = await definitionsByKey(definitions, account, messages);
  const confirmations: Confirmation[] = [];
  for (const [channel, same] of groupBy(messages, (message) => message.channel)) {
    if (away.has(channel)) continue;
    const sends = same.map((message) => sendOf(message, definitionOf.get(versionKey(message))));
    const answers = await answersOf(peers, account, channel, sends);
    if (answers === null) away.add(channel);
    else confirmations.push(...same.map(({ messageNo }, i) => confirmationOf(messageNo, answers[i] ?? null)));
  }
  return confirmations;
}

/** In the order of the messages; null where one cannot be asked any more. Null: the channel is away. */
async function answersOf(
  peers: Peers,
  account: number,
  channel: string,
  sends: readonly (Send | null)[],
): Promise<(SendAnswer | null)[] | null> {
  const asked = sends.filter((send) => send !== null);
  try {
    const answers = [...(await peers.channels.sendEach(account, channel, asked))];
    return sends.map((send) => (send === null ? null : (answers.shift() ?? null)));
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

function confirmationOf(messageNo: number, answer: SendAnswer | null): Confirmation {
  const { status, skippedBecause, sentAt } = answer?.is === 'ASKED' ? answer : unknown;
  return { messageNo, status, skippedBecause, sentAt };
}

/** What cannot be asked again stays as it is. */
const unknown = { status: 'QUEUED', skippedBecause: null, sentAt: null } as const;

function sendOf(
  { enrollmentNo, version, step, contactNo }: UnconfirmedMessage,
  definition: { readonly steps: readonly { readonly key: string; readonly is: string }[] } | undefined,
): Send | null {
  const found = definition?.steps.find(({ key }) => key === step);
  if (found === undefined || !('message' in found)) return null;
  return { contactNo, idempotencyKey: sendKey({ enrollmentNo, version, step }), message: Object(found.message) };
}
