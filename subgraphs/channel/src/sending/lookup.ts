import type { Database } from '@ucp/kit/database';
import type { Outcome, RecordOutcomes } from '../actions/record-outcomes.ts';
import type { ChannelKind } from '../channel-kind.ts';
import { afterLookup } from '../domain/send-state.ts';
import type { ContentKind, LookupOutcome, MergeView } from '../outgoing.ts';
import { oursAmong, type UnknownMessage, unknownMessages } from '../store/message-outcomes.ts';
import { within, withoutAddress } from './hand-over.ts';
import { type IdentityPeer, mergeViewsOf } from './merge-fields.ts';
import type { OpenSenders } from './open-senders.ts';
import { createWriter, outgoing, type Writer } from './writer.ts';

/** Messages that are looked up together. */
const batch = 50;
/** A provider that did not answer is asked again after this many milliseconds. */
const pause = 60_000;

export interface LookupOptions {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly content: ContentKind;
  readonly publicUrl: string;
  readonly identity: () => IdentityPeer | null;
  readonly senders: OpenSenders;
  readonly record: RecordOutcomes;
}

/**
 * Asks providers for messages of an account of which nobody here knows whether they have them. Two that look up the same one
 * write it once. @returns after how many milliseconds to look again; null: nothing is unknown
 */
export type LookUp = (account: number) => Promise<number | null>;

export function createLookUp(options: LookupOptions): LookUp {
  const { db, channel, content, publicUrl, identity, record } = options;
  return async (account) => {
    const writer = createWriter({ db, content, publicUrl, account });
    for (;;) {
      const unknown = await unknownMessages(db, account, batch);
      const due = unknown.filter((message) => message.due);
      if (due.length === 0) return unknown[0] === undefined ? null : Math.max(0, unknown[0].wait);
      const contactNos = due.map(({ contactNo }) => contactNo);
      await writer.prepare(due);
      const names = await writer.fieldsOf(due.map(({ contentNo }) => contentNo));
      const views = await mergeViewsOf(identity(), channel, account, contactNos, names);
      const found = await Promise.all(
        due.map((message) => ask(options, account, writer, message, views.get(message.contactNo) ?? {})),
      );
      await record(account, (await eachOnce(db, account, found)).map(outcomeOf));
    }
  };
}

interface Told {
  readonly message: UnknownMessage;
  readonly outcome: LookupOutcome;
  readonly details: Readonly<Record<string, unknown>>;
}

const outcomeOf = ({ message, outcome, details }: Told): Outcome => ({
  messageNo: message.messageNo,
  version: message.version,
  become: (now) => afterLookup(withoutAddress(outcome, message), message.attempts, message.claimedAt, now),
  suppression: null,
  details,
});

/** What a provider has is one message's: where another has the same words and number, nobody can tell whose it is. */
async function eachOnce(db: Database, account: number, told: readonly Told[]): Promise<Told[]> {
  const ids = told.flatMap(({ outcome }) => (outcome.is === 'FOUND' ? [outcome.providerMessageId] : []));
  const taken = await oursAmong({ query: db.readAside }, account, ids);
  return told.map((each) => {
    const { outcome } = each;
    if (outcome.is !== 'FOUND') return each;
    const { providerMessageId: id } = outcome;
    if (!taken.has(id) && ids.indexOf(id) === ids.lastIndexOf(id)) return each;
    const detail = 'The provider has one message with these words to this address, and more were asked for.';
    return { ...each, outcome: { is: 'CANNOT_TELL', detail }, details: {} };
  });
}

async function ask(
  { senders, content }: LookupOptions,
  account: number,
  writer: Writer,
  message: UnknownMessage,
  view: MergeView,
): Promise<Told> {
  const { senderNo } = message;
  const told = (outcome: LookupOutcome, details: Readonly<Record<string, unknown>> = {}): Told => ({
    message,
    outcome,
    details,
  });
  const later = (detail: string): LookupOutcome => ({ is: 'LATER', detail, afterMs: pause });
  const ready = await senders.of(account, senderNo);
  if (ready === null) return told(later('Its provider is not known here.'));
  const written = writtenAgain(writer, message, view);
  const outcome = await within(ready.sender.lookUp(outgoing(account, message, written)), later);
  return told(outcome, outcome.is === 'FOUND' && written !== null ? content.detailsOf(written) : {});
}

/** As it would be written now, with nothing in the place of what is missing; null where it cannot be written any more. */
function writtenAgain(writer: Writer, message: UnknownMessage, view: MergeView): unknown {
  try {
    const written = writer.write(message, view, false);
    return 'content' in written ? written.content : null;
  } catch {
    return null;
  }
}
