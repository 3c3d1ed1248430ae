import type { Database } from '@ucp/kit/database';
import { badInput, CodedError } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, currentConsents, openQuestions } from '../domain/consent.ts';
import { uuidOf } from '../domain/event-id.ts';
import type { TopicFact } from '../domain/facts.ts';
import { type ChannelSettings, demandsConfirmation } from '../domain/settings.ts';
import type { ConsentMethod, ConsentState } from '../event.ts';
import { findAddresses, lockInOrder, numberAddresses } from '../store/address-book.ts';
import { consentWrite, ledgersOf } from '../store/ledger.ts';
import { readSettings } from '../store/settings.ts';
import { topicNoOf } from '../store/topics.ts';
import { agentLimit, type Confirmation, type Confirmations } from './confirm-consent.ts';

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
  readonly addressNo: number;
  readonly entry: ConsentEntry;
  readonly topic: TopicFact | null;
  /** Whether the entry is a question that still waits for its answer. */
  readonly waits: boolean;
}

export interface ConsentRecorded {
  readonly consent: ConsentOfAddress;
  /** Null when nothing waits to be confirmed. */
  readonly confirmation: Confirmation | null;
}

/** Longest text of evidence that is kept, in characters. */
const textLimit = 4_000;
const actorLimit = 200;
const versionLimit = 200;
const ipLimit = 100;

/**
 * Writes consent to the ledger. The same consent twice is written once. Where the account demands double opt-in, a grant by a
 * form or over the API becomes a question that the person must confirm.
 * @throws CodedError BAD_USER_INPUT, NOT_FOUND for an unknown topic, CONSENT_REQUIRED for a grant without its text
 */
export function createRecordConsent(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly confirmations: Confirmations;
  readonly announce: () => void;
}): (account: number, consent: ConsentToRecord) => Promise<ConsentRecorded> {
  const { db, channel, confirmations, announce } = options;
  return async (account, consent) => {
    const { settings, account: own, topics } = await readSettings(db, channel.presets, account);
    const address = channel.normalise(consent.address, own.defaultRegion);
    if ('refused' in address) throw badInput(consent.addressField, address.refused);
    checkEvidence(consent);
    const topicNo = topicNoOf(topics, consent.topic, ['input', 'topic']);
    const { entries, entry, addressNo, now } = await db.transaction(async (tx) => {
      checkTimes(consent, tx.now);
      const found = await findAddresses(tx, account, [address.value]);
      const { numbers, write } = await numberAddresses(tx, account, found, [address], () => ({
        ...address,
        introducedAt: tx.now,
        acquisition: { kind: 'API', detail: 'consent' },
      }));
      const addressNo = numbers.get(address.value) ?? 0;
      const entry = entryOf(consent, topicNo, addressNo, tx.now, settings);
      await lockInOrder(tx, account, [addressNo]);
      const known = (await ledgersOf(tx, account, [addressNo])).consents;
      const same = known.find(({ entryId }) => entryId === entry.entryId);
      if (same !== undefined) return { entries: known, entry: same, addressNo, now: tx.now };
      await appendToJournal(tx, account, [
        ...(write === null ? [] : [write]),
        consentWrite(account, tx.now, [{ ...entry, addressNo }]),
      ]);
      return { entries: [...known, entry], entry, addressNo, now: tx.now };
    });
    announce();
    const current = currentConsents(entries, now).get(topicNo);
    if (current === undefined) throw new Error('consent was written and does not hold');
    const waits = openQuestions(entries, now).some(({ entryId }) => entryId === current.entryId);
    return {
      consent: {
        address: address.value,
        given: address.given,
        addressNo,
        entry: current,
        topic: topics.find((topic) => topic.topicNo === topicNo) ?? null,
        waits,
      },
      confirmation: waits && current.entryId === entry.entryId ? confirmations.ask(account, addressNo, entry) : null,
    };
  };
}

function checkEvidence({ state, evidence }: ConsentToRecord): void {
  const isSaid = [evidence.statedText, evidence.statedTextVersion].some((text) => text !== null && text.trim() !== '');
  if (state === 'GRANTED' && !isSaid) {
    throw new CodedError(
      'CONSENT_REQUIRED',
      'A grant needs evidence: "statedText" or "statedTextVersion" must say what the person agreed to',
      ['input', 'evidence', 'statedText'],
    );
  }
  const limits = {
    actor: actorLimit,
    statedText: textLimit,
    statedTextVersion: versionLimit,
    ip: ipLimit,
  } as const;
  for (const name of ['actor', 'statedText', 'statedTextVersion', 'ip'] as const) {
    const { length } = evidence[name] ?? '';
    if (length > limits[name])
      throw badInput(['input', 'evidence', name], `"${name}" may have ${limits[name]} characters, got ${length}`);
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

/** Ways of consenting that others can take in a person's name: what double opt-in is for. */
const unproven: ReadonlySet<ConsentMethod> = new Set(['FORM', 'API']);

function entryOf(
  consent: ConsentToRecord,
  topicNo: number,
  addressNo: number,
  now: Date,
  { doubleOptIn }: ChannelSettings,
): ConsentEntry {
  const { evidence, topic, validUntil } = consent;
  const demanded = demandsConfirmation(doubleOptIn, topic);
  const state = consent.state === 'GRANTED' && demanded && unproven.has(evidence.method) ? 'PENDING' : consent.state;
  const askedUntil = new Date(evidence.occurredAt.getTime() + doubleOptIn.validMs);
  const ownEnd = consent.state === 'GRANTED' && state === 'PENDING' ? null : validUntil;
  const same = [
    addressNo,
    topicNo,
    consent.state,
    evidence.method,
    evidence.occurredAt.toISOString(),
    evidence.statedText,
    evidence.statedTextVersion,
    validUntil?.toISOString(),
  ];
  return {
    ...evidence,
    userAgent: evidence.userAgent?.slice(0, agentLimit) ?? null,
    entryId: uuidOf(`recorded:${JSON.stringify(same)}`),
    topicNo,
    state,
    recordedAt: now,
    validUntil: state === 'PENDING' ? (ownEnd ?? askedUntil) : validUntil,
    grantUntil: consent.state === 'GRANTED' && state === 'PENDING' ? validUntil : null,
    retractedAt: null,
  };
}
