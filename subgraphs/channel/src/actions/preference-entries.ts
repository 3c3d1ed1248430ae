import { randomUUID } from 'node:crypto';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, wholeChannel } from '../domain/consent.ts';
import type { TopicFact } from '../domain/facts.ts';
import {
  type Choice,
  type ChosenEntry,
  chosenEntries,
  endsEverything,
  silence,
  stateOf,
  withdrawn,
} from '../domain/preference-choice.ts';
import { type DoubleOptIn, demandsConfirmation } from '../domain/settings.ts';
import type { SuppressionEntry } from '../domain/suppression.ts';
import type { ConsentMethod } from '../event.ts';
import type { ActivityInsert } from '../store/activity-log.ts';
import type { NewConsent } from '../store/ledger.ts';
import { topicNoOf } from '../store/topics.ts';
import { agentLimit } from './confirm-consent.ts';

export interface StatedChoice {
  /** Key of the topic; null: the whole channel. */
  readonly topic?: string | null | undefined;
  readonly subscribed: boolean;
  readonly statedText: string;
}

export interface ChoiceEvidence {
  readonly method: ConsentMethod;
  readonly statedTextVersion: string;
  readonly ip?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
  readonly messageId?: string | null | undefined;
  /** The address to which the link was sent: whoever holds the link reads what comes there. Absent or null: none is proven. */
  readonly provenAddressNo?: number | null | undefined;
}

/** A person as far as choices concern them. */
export interface Person {
  readonly contactId: string | null;
  /** The one that messages go to first. */
  readonly addresses: readonly [Place, ...Place[]];
  readonly now: Date;
}

interface Place {
  readonly addressNo: number;
  readonly value: string;
}

/** Both ledgers of one address. */
export interface LedgerOfAddress {
  readonly consents: readonly ConsentEntry[];
  readonly suppressions: readonly SuppressionEntry[];
}

interface Chosen extends ChosenEntry {
  readonly addressNo: number;
}

/**
 * What choices write to the ledgers of a person's addresses, as far as these do not say so already. A wish for an address that
 * the link does not prove is a question where double opt-in is demanded.
 * @throws CodedError NOT_FOUND for an unknown topic
 */
export function consentsOf(
  person: Person,
  ledgerOf: (no: number) => LedgerOfAddress,
  topics: readonly TopicFact[],
  stated: readonly StatedChoice[],
  evidence: ChoiceEvidence,
  doubleOptIn: DoubleOptIn,
  now: Date,
): NewConsent[] {
  const texts = new Map(stated.map((each) => [topicNoOf(topics, each.topic, ['topic']), each]));
  const choices = [...texts].map(([topicNo, { subscribed }]): Choice => ({ topicNo, subscribed }));
  const isProven = person.addresses[0].addressNo === evidence.provenAddressNo;
  const isAsked = (topicNo: number): boolean =>
    !isProven && demandsConfirmation(doubleOptIn, texts.get(topicNo)?.topic ?? null);
  return entriesAt(person, ledgerOf, choices, evidence.method, isAsked, now).map((entry) => ({
    addressNo: entry.addressNo,
    entryId: randomUUID(),
    topicNo: entry.topicNo,
    state: stateOf(entry),
    method: evidence.method,
    occurredAt: entry.occurredAt,
    actor: 'contact',
    statedText: texts.get(entry.topicNo)?.statedText ?? null,
    statedTextVersion: evidence.statedTextVersion,
    ip: evidence.ip ?? null,
    userAgent: evidence.userAgent?.slice(0, agentLimit) ?? null,
    validUntil: entry.asked ? new Date(entry.occurredAt.getTime() + doubleOptIn.validMs) : null,
    grantUntil: null,
  }));
}

function entriesAt(
  { addresses }: Person,
  ledgerOf: (no: number) => LedgerOfAddress,
  choices: readonly Choice[],
  method: ConsentMethod,
  isAsked: (topicNo: number) => boolean,
  now: Date,
): Chosen[] {
  const at = ({ addressNo }: Place, decide: (entries: readonly ConsentEntry[]) => ChosenEntry[]): Chosen[] =>
    decide(ledgerOf(addressNo).consents).map((entry) => ({ ...entry, addressNo }));
  if (endsEverything(choices)) return addresses.flatMap((each) => at(each, (entries) => silence(entries, now)));
  if (method === 'ONE_CLICK') {
    const ended = choices.filter(({ subscribed }) => !subscribed);
    return addresses.flatMap((each) =>
      at(each, (entries) => ended.flatMap(({ topicNo }) => withdrawn(entries, topicNo, now))),
    );
  }
  const [first, ...others] = addresses;
  const chosen = at(first, (entries) => chosenEntries(entries, choices, now, isAsked));
  const ended = chosen.filter(({ subscribed }) => !subscribed);
  return [...chosen, ...others.flatMap((each) => at(each, (entries) => chosenEntries(entries, ended, now, isAsked)))];
}

/** Leaving the channel, or a topic by one click, is told in the timeline and on the message whose link was followed. */
export function leavingOf(
  channel: ChannelKind,
  person: Person,
  entries: readonly NewConsent[],
  { method, messageId, ip, userAgent }: ChoiceEvidence,
  topics: readonly TopicFact[],
): ActivityInsert[] {
  if (!channel.kinds.includes('UNSUBSCRIBE')) return [];
  return entries
    .filter(({ addressNo }) => addressNo === person.addresses[0].addressNo)
    .filter(({ state, topicNo }) => state === 'WITHDRAWN' && (topicNo === wholeChannel || method === 'ONE_CLICK'))
    .map(({ entryId, occurredAt, addressNo, topicNo }) => {
      const topic = topics.find((each) => each.topicNo === topicNo);
      const details = {
        method,
        ...(topic === undefined ? {} : { topic: topic.key }),
        ...(ip === null || ip === undefined ? {} : { ip }),
        ...(userAgent === null || userAgent === undefined ? {} : { userAgent: userAgent.slice(0, agentLimit) }),
      };
      return {
        eventId: entryId,
        at: occurredAt,
        addressNo,
        kind: 'UNSUBSCRIBE',
        machine: false,
        messageId: messageId ?? null,
        details,
        json: JSON.stringify(details),
      };
    });
}
