import type { ContactFacts } from '../domain/facts.ts';
import { decideSend, everSaid, mayEverSend, withoutAddress } from '../domain/send-decision.ts';
import type { ClaimError, ClaimRow, LockedMessage } from '../store/message-claims.ts';
import type { LockedSender } from '../store/senders.ts';

/** Where hours never come, and nothing else speaks against it, a message is looked at again after this many milliseconds. */
const neverYet = 24 * 60 * 60_000;

const senderArchived: ClaimError = { code: 'SENDER_ARCHIVED', detail: 'The sender is archived.' };
const samePerson: ClaimError = {
  code: 'SAME_PERSON',
  detail: 'The campaign has a message to this person already, by a contact that was merged with this one.',
};

interface Decided {
  readonly row: ClaimRow;
  readonly address: { readonly addressNo: number; readonly value: string; readonly given: string } | null;
}

/** What was claimed before a message is decided of. */
export interface Before {
  /** In this batch, by person. */
  readonly claimedOf: Map<number, Date[]>;
  /** Contacts whose person has the campaign's message. */
  readonly reached: ReadonlySet<number>;
  /** Whether a person gets one message of the lane at most, as of a campaign. */
  readonly once: boolean;
}

/** What the claim makes of a message, by the facts read under the locks. */
export function decide(
  { messageNo, contactNo, topicNo }: LockedMessage,
  facts: ReadonlyMap<number, ContactFacts>,
  { claimedOf, reached, once }: Before,
  { archivedAt }: LockedSender,
  now: Date,
): Decided {
  const row = (is: ClaimRow['is'], rest: Partial<ClaimRow>): ClaimRow => ({
    messageNo,
    is,
    addressNo: null,
    decision: null,
    dueAt: now,
    error: null,
    ...rest,
  });
  if (archivedAt !== null) return { row: row('FAILED', { error: senderArchived }), address: null };
  const found = facts.get(contactNo);
  if (found === undefined) return { row: row('SKIPPED', { decision: withoutAddress }), address: null };
  const before = claimedOf.get(found.rootNo) ?? [];
  if (reached.has(contactNo) || (once && before.length > 0))
    return { row: row('FAILED', { error: samePerson }), address: null };
  const known = { ...found, sends: [...found.sends, ...before] };
  const [address] = known.addresses;
  const { addressNo } = address;
  const said = everSaid(known, now);
  const decision = decideSend(known, topicNo, now, said);
  if (decision.allowed) {
    claimedOf.set(found.rootNo, [...before, now]);
    return { row: row('CLAIMED', { addressNo, decision }), address };
  }
  if (!mayEverSend(known, topicNo, said)) return { row: row('SKIPPED', { addressNo, decision }), address };
  return { row: row('QUEUED', { addressNo, dueAt: decision.retryAt ?? new Date(now.getTime() + neverYet) }), address };
}
