import { randomUUID } from 'node:crypto';
import { groupBy } from '@ucp/kit/align';
import type { Database, Transaction } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, wholeChannel } from '../domain/consent.ts';
import type { TopicFact } from '../domain/facts.ts';
import { maskedAddress } from '../domain/masked-address.ts';
import {
  type Choice,
  type ChosenEntry,
  chosenEntries,
  endsEverything,
  isWanted,
  silence,
  stateOf,
  withdrawn,
} from '../domain/preference-choice.ts';
import { hasLastingSuppression, type SuppressionEntry } from '../domain/suppression.ts';
import type { ConsentMethod } from '../event.ts';
import { type ActivityInsert, activityWrite } from '../store/activity-log.ts';
import { lockInOrder } from '../store/address-book.ts';
import { addresseeOf } from '../store/addressee.ts';
import { consentWrite, ledgersOf, type NewConsent } from '../store/ledger.ts';
import type { ProfileStore } from '../store/profile.ts';
import { topicNoOf, topicsIn } from '../store/topics.ts';
import { agentLimit } from './confirm-consent.ts';

/** Whose preferences: a contact, with all of its addresses, or one address. Exactly one is given. */
export interface PreferencesOf {
  readonly contactId?: string | null | undefined;
  readonly addressNo?: number | null | undefined;
}

export interface ChannelPreferences {
  readonly channel: string;
  readonly title: string;
  readonly contactId: string | null;
  readonly address: string;
  readonly subscribed: boolean;
  readonly topics: readonly {
    readonly topic: { readonly key: string; readonly name: string };
    readonly subscribed: boolean;
  }[];
  readonly suppressed: boolean;
}

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
}

export interface Preferences {
  /** Null when there is no address on the channel, or nothing is known of the person any more. Changes nothing. */
  readonly read: (account: number, of: PreferencesOf) => Promise<ChannelPreferences | null>;
  /**
   * Writes what a person chose to the ledger, as far as it does not say so already: the same choices again write nothing. A
   * grant is written at the address that messages go to, a withdrawal at every address where there is something to withdraw,
   * and the end of everything at all of them.
   * @throws CodedError NOT_FOUND for an unknown topic, BAD_USER_INPUT for a method that is no person's own
   */
  readonly set: (
    account: number,
    of: PreferencesOf,
    choices: readonly StatedChoice[],
    evidence: ChoiceEvidence,
  ) => Promise<ChannelPreferences | null>;
}

interface Person {
  readonly contactId: string | null;
  /** The one that messages go to first. */
  readonly addresses: readonly [Place, ...Place[]];
  readonly now: Date;
}

interface Place {
  readonly addressNo: number;
  readonly value: string;
}

interface Ledger {
  readonly consents: readonly ConsentEntry[];
  readonly suppressions: readonly SuppressionEntry[];
}

interface Chosen extends ChosenEntry {
  readonly addressNo: number;
}

export function createPreferences(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly profiles: ProfileStore;
  readonly announce: () => void;
}): Preferences {
  const { db, channel, profiles, announce } = options;
  const reader = { query: db.read };

  const personOf = async (account: number, of: PreferencesOf): Promise<Person | null> => {
    if (typeof of.addressNo === 'number') {
      const found = await addresseeOf(reader, account, of.addressNo, db.clockOffset());
      if (found === null || found.erased) return null;
      const owner = found.rootNo === null ? null : contactId(account, found.rootNo);
      return { contactId: owner, addresses: [found], now: found.now };
    }
    const contactNo = contactNoOf(account, of.contactId ?? '');
    const facts = contactNo === null ? undefined : (await profiles.factsOf(account, [contactNo])).get(contactNo);
    if (facts === undefined || facts.erasedAt !== null) return null;
    return { contactId: contactId(account, facts.rootNo), addresses: facts.addresses, now: facts.now };
  };

  const shown = (person: Person, { consents, suppressions }: Ledger, topics: readonly TopicFact[], now: Date) => ({
    channel: channel.name,
    title: channel.title,
    contactId: person.contactId,
    address: maskedAddress(person.addresses[0].value),
    subscribed: isWanted(consents, wholeChannel, now),
    topics: topics.map(({ topicNo, key, name }) => ({
      topic: { key, name },
      subscribed: isWanted(consents, topicNo, now),
    })),
    suppressed: hasLastingSuppression(suppressions, consents, now),
  });

  return {
    read: async (account, of) => {
      const person = await personOf(account, of);
      if (person === null) return null;
      const ledger = await ledgersOf(reader, account, [person.addresses[0].addressNo]);
      return shown(person, ledger, await topicsIn(reader, account), person.now);
    },
    set: async (account, of, stated, evidence) => {
      if (evidence.method !== 'PREFERENCE_CENTER' && evidence.method !== 'ONE_CLICK') {
        throw badInput(['method'], `"method" is PREFERENCE_CENTER or ONE_CLICK, got ${evidence.method}`);
      }
      const person = await personOf(account, of);
      if (person === null) return null;
      const result = await db.transaction(async (tx) => {
        const topics = await topicsIn(tx, account);
        const texts = new Map(stated.map((each) => [topicNoOf(topics, each.topic, ['topic']), each]));
        const choices = [...texts].map(([topicNo, { subscribed }]): Choice => ({ topicNo, subscribed }));
        const ledgerOf = await lockedLedgers(tx, account, person);
        const entries = entriesAt(person, ledgerOf, choices, evidence.method, tx.now).map(
          (entry): NewConsent => ({
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
            validUntil: null,
          }),
        );
        if (entries.length > 0) {
          const left = activityOf(channel, person, entries, evidence, topics);
          await appendToJournal(tx, account, [
            consentWrite(account, tx.now, entries),
            ...(left.length === 0 ? [] : [activityWrite(channel, account, left)]),
          ]);
        }
        const own = person.addresses[0].addressNo;
        const written = entries
          .filter(({ addressNo }) => addressNo === own)
          .map((entry) => ({ ...entry, recordedAt: tx.now, retractedAt: null }));
        const { consents, suppressions } = ledgerOf(own);
        return shown(person, { consents: [...consents, ...written], suppressions }, topics, tx.now);
      });
      announce();
      return result;
    },
  };
}

/** The ledgers of all addresses of a person, which are locked until the end of the transaction. */
async function lockedLedgers(tx: Transaction, account: number, person: Person): Promise<(no: number) => Ledger> {
  const addressNos = person.addresses.map(({ addressNo }) => addressNo);
  await lockInOrder(tx, account, addressNos);
  const ledgers = await ledgersOf(tx, account, addressNos);
  const consents = groupBy(ledgers.consents, ({ addressNo }) => addressNo);
  const suppressions = groupBy(ledgers.suppressions, ({ addressNo }) => addressNo);
  return (no) => ({ consents: consents.get(no) ?? [], suppressions: suppressions.get(no) ?? [] });
}

function entriesAt(
  { addresses }: Person,
  ledgerOf: (no: number) => Ledger,
  choices: readonly Choice[],
  method: ConsentMethod,
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
  const chosen = at(first, (entries) => chosenEntries(entries, choices, now));
  const ended = chosen.filter(({ subscribed }) => !subscribed);
  return [...chosen, ...others.flatMap((each) => at(each, (entries) => chosenEntries(entries, ended, now)))];
}

/** Leaving the channel, or a topic by one click, is told in the timeline and on the message whose link was followed. */
function activityOf(
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
      return {
        eventId: entryId,
        at: occurredAt,
        addressNo,
        kind: 'UNSUBSCRIBE',
        machine: false,
        messageId: messageId ?? null,
        details: {
          method,
          ...(topic === undefined ? {} : { topic: topic.key }),
          ...(ip === null || ip === undefined ? {} : { ip }),
          ...(userAgent === null || userAgent === undefined ? {} : { userAgent: userAgent.slice(0, agentLimit) }),
        },
      };
    });
}
