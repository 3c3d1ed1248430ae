import type { Database } from '@ucp/kit/database';
import { badInput, CodedError } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, currentConsents } from '../domain/consent.ts';
import { uuidOf } from '../domain/event-id.ts';
import type { TopicFact } from '../domain/facts.ts';
import type { ConsentMethod, ConsentState } from '../event.ts';
import { lockInOrder, numberAddresses } from '../store/address-book.ts';
import { consentWrite, ledgersOf } from '../store/ledger.ts';
import { topicNoOf } from '../store/topics.ts';

export interface ConsentToRecord {
  /** As the caller wrote it. */
  readonly address: string;
  readonly addressField: readonly string[];
  readonly topic: string | null;
  readonly state: ConsentState;
  readonly validUntil: Date | null;
  readonly evidence: {
    readonly occurredAt: Date;
    readonly method: ConsentMethod;
    readonly actor: string;
    readonly statedText: string | null;
    readonly statedTextVersion: string | null;
    readonly ip: string | null;
    readonly userAgent: string | null;
  };
}

/** Consent of an address as it is after a change. */
export interface ConsentOfAddress {
  /** As matched, and as it was first written. */
  readonly address: string;
  readonly given: string;
  readonly entry: ConsentEntry;
  readonly topic: TopicFact | null;
}

/** Longest text of evidence that is kept, in characters. */
const textLimit = 4_000;
const actorLimit = 200;

/**
 * Writes consent to the ledger. The same consent twice is written once.
 * @throws CodedError BAD_USER_INPUT, NOT_FOUND for an unknown topic, CONSENT_REQUIRED for a grant without its text
 */
export function createRecordConsent(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly topicsOf: (account: number) => Promise<readonly TopicFact[]>;
  readonly announce: () => void;
}): (account: number, consent: ConsentToRecord) => Promise<ConsentOfAddress> {
  const { db, channel, topicsOf, announce } = options;
  return async (account, consent) => {
    const address = channel.normalise(consent.address);
    if ('refused' in address) throw badInput(consent.addressField, address.refused);
    checkEvidence(consent);
    const topics = await topicsOf(account);
    const topicNo = topicNoOf(topics, consent.topic, ['input', 'topic']);
    const entries = await db.transaction(async (tx) => {
      checkTimes(consent, tx.now);
      const { numbers, write } = await numberAddresses(tx, account, [
        { ...address, introducedAt: tx.now, acquisition: { kind: 'API', detail: 'consent' } },
      ]);
      const addressNo = numbers.get(address.value) ?? 0;
      const entry = entryOf(consent, topicNo, addressNo, tx.now);
      await lockInOrder(tx, account, [addressNo]);
      const known = (await ledgersOf(tx, account, [addressNo])).consents;
      if (known.some(({ entryId }) => entryId === entry.entryId)) return known;
      await appendToJournal(tx, account, [
        ...(write === null ? [] : [write]),
        consentWrite(account, tx.now, [{ ...entry, addressNo }]),
      ]);
      return [...known, entry];
    });
    announce();
    const latest = new Date(Math.max(...entries.map(({ occurredAt }) => occurredAt.getTime())));
    const current = currentConsents(entries, latest).get(topicNo);
    if (current === undefined) throw new Error('consent was written and does not hold');
    return {
      address: address.value,
      given: address.given,
      entry: current,
      topic: topics.find((topic) => topic.topicNo === topicNo) ?? null,
    };
  };
}

function checkEvidence({ state, evidence }: ConsentToRecord): void {
  const text = evidence.statedText ?? evidence.statedTextVersion;
  if (state === 'GRANTED' && (text === null || text.trim() === '')) {
    throw new CodedError(
      'CONSENT_REQUIRED',
      'A grant needs evidence: "statedText" or "statedTextVersion" must say what the person agreed to',
      ['input', 'evidence', 'statedText'],
    );
  }
  if (evidence.actor.length > actorLimit) {
    throw badInput(
      ['input', 'evidence', 'actor'],
      `"actor" may have ${actorLimit} characters, got ${evidence.actor.length}`,
    );
  }
  if ((text?.length ?? 0) > textLimit) {
    throw badInput(
      ['input', 'evidence', 'statedText'],
      `"statedText" may have ${textLimit} characters, got ${text?.length}`,
    );
  }
}

function checkTimes({ evidence, validUntil }: ConsentToRecord, now: Date): void {
  if (evidence.occurredAt > now) {
    throw badInput(
      ['input', 'evidence', 'occurredAt'],
      `"occurredAt" must not be in the future (now is ${now.toISOString()}), got ${evidence.occurredAt.toISOString()}`,
    );
  }
  if (validUntil !== null && validUntil <= evidence.occurredAt) {
    throw badInput(
      ['input', 'validUntil'],
      `"validUntil" must be after "occurredAt" (${evidence.occurredAt.toISOString()}), got ${validUntil.toISOString()}`,
    );
  }
}

function entryOf(
  { state, evidence, validUntil }: ConsentToRecord,
  topicNo: number,
  addressNo: number,
  now: Date,
): ConsentEntry {
  const same = [
    addressNo,
    topicNo,
    state,
    evidence.method,
    evidence.occurredAt.toISOString(),
    evidence.statedText,
    evidence.statedTextVersion,
    validUntil?.toISOString(),
  ];
  return {
    ...evidence,
    entryId: uuidOf(`recorded:${JSON.stringify(same)}`),
    topicNo,
    state,
    recordedAt: now,
    validUntil,
  };
}
