import { groupBy } from '@ucp/kit/align';
import type { Database, Transaction } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { openQuestions, wholeChannel } from '../domain/consent.ts';
import type { TopicFact } from '../domain/facts.ts';
import { maskedAddress } from '../domain/masked-address.ts';
import { isWanted } from '../domain/preference-choice.ts';
import { hasLastingSuppression } from '../domain/suppression.ts';
import { activityWrite } from '../store/activity-log.ts';
import { lockInOrder } from '../store/address-book.ts';
import { addresseeOf } from '../store/addressee.ts';
import { consentWrite, ledgersOf } from '../store/ledger.ts';
import type { ProfileStore } from '../store/profile.ts';
import { settingsOf } from '../store/settings.ts';
import { topicsIn } from '../store/topics.ts';
import {
  type ChoiceEvidence,
  consentsOf,
  type LedgerOfAddress,
  leavingOf,
  type Person,
  type StatedChoice,
} from './preference-entries.ts';

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
  /** Whether an opt-in for the whole channel waits for its confirmation. */
  readonly asked: boolean;
  /** Keys of topics whose opt-in waits for its confirmation. */
  readonly askedTopics: readonly string[];
}

export interface Preferences {
  /** Null when there is no address on the channel, or nothing is known of the person any more. Changes nothing. */
  readonly read: (account: number, of: PreferencesOf) => Promise<ChannelPreferences | null>;
  /**
   * Writes what a person chose to the ledger, as far as it does not say so already: the same choices again write nothing. A
   * grant is written at the address that messages go to, as a question where that must be confirmed first, a withdrawal at every address where there is something to withdraw,
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

  const shown = (
    person: Person,
    { consents, suppressions }: LedgerOfAddress,
    topics: readonly TopicFact[],
    now: Date,
  ): ChannelPreferences => {
    const asked = openQuestions(consents, now).map(({ topicNo }) => topicNo);
    return {
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
      asked: asked.includes(wholeChannel),
      askedTopics: topics.filter(({ topicNo }) => asked.includes(topicNo)).map(({ key }) => key),
    };
  };

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
        const { settings, topics } = await settingsOf(tx, channel.presets, account);
        const ledgerOf = await lockedLedgers(tx, account, person);
        const entries = consentsOf(person, ledgerOf, topics, stated, evidence, settings.doubleOptIn, tx.now);
        if (entries.length > 0) {
          const left = leavingOf(channel, person, entries, evidence, topics);
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
async function lockedLedgers(
  tx: Transaction,
  account: number,
  person: Person,
): Promise<(no: number) => LedgerOfAddress> {
  const addressNos = person.addresses.map(({ addressNo }) => addressNo);
  await lockInOrder(tx, account, addressNos);
  const ledgers = await ledgersOf(tx, account, addressNos);
  const consents = groupBy(ledgers.consents, ({ addressNo }) => addressNo);
  const suppressions = groupBy(ledgers.suppressions, ({ addressNo }) => addressNo);
  return (no) => ({ consents: consents.get(no) ?? [], suppressions: suppressions.get(no) ?? [] });
}
