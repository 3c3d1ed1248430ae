import { groupBy } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';
import type { Definitions } from '../definitions.ts';
import { sendKey } from '../domain/step-outcome.ts';
import type { Peers, Send } from '../peers/peers.ts';
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
    for (let account = 0, found = most; found === most; ) {
      const messages = await unconfirmedMessages(db, patience, { account, most });
      found = messages.length;
      for (const [each, own] of groupBy(messages, (message) => message.account)) {
        const confirmations = await ask({ definitions, peers }, each, own);
        await db.transaction(async (tx) => {
          await appendToJournal({ query: tx.last }, each, [
            ...confirmWrites(each, tx.now, confirmations),
            laneWriteFor(each, 'awaited'),
          ]);
        });
        const waiting = confirmations.filter(({ status }) => status === 'QUEUED').length;
        account = waiting > own.length / 2 ? each + 1 : each;
      }
    }
  };

/** What channels say of messages of an account by now. */
async function ask(
  { definitions, peers }: { readonly definitions: Definitions; readonly peers: Peers },
  account: number,
  messages: readonly UnconfirmedMessage[],
): Promise<Confirmation[]> {
  const definitionOf = await definitionsByKey(definitions, account, messages);
  const confirmations: Confirmation[] = [];
  for (const [channel, same] of groupBy(messages, (message) => message.channel)) {
    const sends = same.map((message) => sendOf(message, definitionOf.get(versionKey(message))));
    const asked = sends.flatMap((send) => send ?? []);
    const answers = [...(await peers.channels.sendEach(account, channel, asked))];
    same.forEach(({ messageNo }, i) => {
      const answer = sends[i] === null ? undefined : answers.shift();
      const { status, skippedBecause, sentAt } = answer?.is === 'ASKED' ? answer : unknown;
      confirmations.push({ messageNo, status, skippedBecause, sentAt });
    });
  }
  return confirmations;
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
