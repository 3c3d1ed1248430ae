import { groupBy } from '@ucp/kit/align';
import { plainArray } from '@ucp/kit/array-text';
import type { AsOf } from '@ucp/kit/as-of';
import type { Database, Transaction } from '@ucp/kit/database';
import { earliest } from '@ucp/kit/moments';
import type { Wanted } from '@ucp/kit/shared-reads';
import { type ChannelKind, kindName, nowhere } from '../channel-kind.ts';
import type { ActivityHistory } from '../domain/activity-history.ts';
import type { AddressFacts, ContactFacts, TopicFact } from '../domain/facts.ts';
import type { AccountFacts, ChannelSettings } from '../domain/settings.ts';
import type { ActivityRow } from './activity.ts';
import { factsStatement, profileStatement, tags } from './contact-sql.ts';
import {
  consentOf,
  dateOf,
  historyOf,
  memberOf,
  newestOf,
  outcomeOf,
  statusOf,
  suppressionOf,
  textOrNull,
  topicOf,
} from './profile-rows.ts';
import { accountFrom, settingsFrom } from './settings.ts';

interface TaggedRow {
  readonly tag: number;
  readonly asked: number;
  readonly row: readonly unknown[];
  readonly [column: string]: unknown;
}

/** What is read of contacts for their profiles: what decides, the newest of what happened, and when everything happened. */
export type ProfileList = 'facts' | 'newest' | 'history';

/** By the number asked. */
export interface Profiles {
  /** Contacts without an address are absent. */
  readonly facts: ReadonlyMap<number, ContactFacts>;
  /** Newest first, as many as a first page of the timeline takes and one more. Contacts nothing happened to are absent. */
  readonly newest: ReadonlyMap<number, readonly ActivityRow[]>;
  /** Contacts the channel does not know are absent. */
  readonly history: ReadonlyMap<number, ActivityHistory>;
  /** Rev of identity's journal whose merges are known. */
  readonly asOf: number;
}

interface FactsAsOf extends Pick<Profiles, 'asOf'> {
  readonly facts: Map<number, ContactFacts>;
}

/**
 * Contacts whose facts are read at once where many are asked: those of a thousand outlive what is young, and fill the memory with what
 * is over; of all of an account they would be gigabytes.
 */
export const factsAtOnce = 100;

export interface ProfileStore {
  /** Lists of contacts, all in one statement. Merged ones are asked by any of their numbers. */
  readonly profilesOf: (account: number, wanted: Wanted<ProfileList>) => Promise<Profiles>;
  /**
   * What the channel knows of each contact asked, merged ones included. Contacts without an address are absent.
   * @param at moment before which sends are counted; null: now. The ledgers come whole either way
   * @param aside true where so many are asked that hot reads must not wait for them. Default: false
   */
  readonly factsOf: (
    account: number,
    contactNos: readonly number[],
    at?: Date | null,
    aside?: boolean,
  ) => Promise<Map<number, ContactFacts>>;
  /**
   * The same within a transaction, with what was committed before it was asked.
   * @param note told which merges were known
   */
  readonly factsWithin: (
    tx: Pick<Transaction, 'query'>,
    account: number,
    contactNos: readonly number[],
    at?: Date | null,
    note?: AsOf['note'],
  ) => Promise<Map<number, ContactFacts>>;
}

export function createProfileStore(db: Database, channel: ChannelKind): ProfileStore {
  const [facts, profiles] = [factsStatement(channel), profileStatement(channel)];
  const read = async (
    reader: Pick<Transaction, 'query'>,
    account: number,
    contactNos: readonly number[],
    at: Date | null,
  ): Promise<FactsAsOf> => {
    const values = [account, plainArray(contactNos), db.clockOffset(), at];
    const [list] = await reader.query<{ facts: readonly (readonly [number, number, readonly unknown[]])[] }>(
      facts,
      values,
    );
    return factsIn(
      channel,
      (list?.facts ?? []).map(([tag, asked, row]) => ({ tag, asked, row })),
    );
  };
  return {
    profilesOf: async (account, wanted) => {
      const numbers = (list: ProfileList) => [...(wanted.get(list) ?? [])];
      const [decide, newest, history] = [numbers('facts'), numbers('newest'), numbers('history')];
      if (newest.length + history.length === 0)
        return { ...(await read({ query: db.read }, account, decide, null)), newest: new Map(), history: new Map() };
      const values = [account, plainArray(decide), db.clockOffset(), null, plainArray(newest), plainArray(history)];
      const rows = await db.read<TaggedRow>(profiles, values);
      const of = (tag: number) => rows.filter((row) => row.tag === tag);
      const nameOf = (kind: number) => kindName(channel, kind);
      return {
        ...factsIn(
          channel,
          rows.filter(({ tag }) => tag !== tags.newest && tag !== tags.history),
        ),
        newest: groupBy(
          of(tags.newest)
            .sort((a, b) => Number(a.row[0]) - Number(b.row[0]))
            .map(({ asked, row }) => newestOf(asked, row, nameOf)),
          ({ asked }) => asked,
        ),
        history: new Map(of(tags.history).map(({ asked, row }) => [asked, historyOf(row, nameOf)])),
      };
    },
    factsOf: async (account, contactNos, at = null, aside = false) =>
      (await read({ query: aside ? db.readAside : db.read }, account, contactNos, at)).facts,
    factsWithin: async (tx, account, contactNos, at = null, note = () => {}) => {
      const { facts: found, asOf } = await read(tx, account, contactNos, at);
      note(asOf);
      return found;
    },
  };
}

function factsIn(channel: ChannelKind, rows: readonly TaggedRow[]): FactsAsOf {
  const topics = rows.filter(({ tag }) => tag === tags.topic).map(({ row }) => topicOf(row));
  const [set] = rows.filter(({ tag }) => tag === tags.account).map(({ row }) => row);
  const shared: Shared = {
    channel,
    topics: topics.sort((a, b) => (a.key < b.key ? -1 : 1)),
    settings: settingsFrom(channel.presets, set?.[0]),
    account: accountFrom(set?.[1], set?.[2]),
  };
  const asked = groupBy(
    rows.filter(({ tag }) => tag !== tags.topic && tag !== tags.account),
    (row) => row.asked,
  );
  const facts = new Map<number, ContactFacts>();
  for (const [contactNo, own] of asked) {
    const known = contactFacts(own, shared);
    if (known !== null) facts.set(contactNo, known);
  }
  return { facts, asOf: Number(set?.[3]) };
}

/** What all contacts of the answer have in common. */
interface Shared {
  readonly channel: ChannelKind;
  readonly topics: readonly TopicFact[];
  readonly settings: ChannelSettings;
  readonly account: AccountFacts;
}

function contactFacts(rows: readonly TaggedRow[], shared: Shared): ContactFacts | null {
  const of = (tag: number) => rows.filter((row) => row.tag === tag).map(({ row }) => row);
  const members = of(tags.member).map(memberOf);
  const root = members.find((member) => member.contactNo === member.rootNo);
  const addresses = of(tags.address).map((row) => ({
    addressNo: Number(row[0]),
    own: row[1] === root?.rootNo,
    value: String(row[2]),
    given: String(row[3]),
    firstSeenAt: dateOf(row[4]),
    timeZone: textOrNull(row[5]),
    place: Number(row[6]),
  }));
  if (root === undefined || addresses.length === 0) return null;
  const consents = groupBy(of(tags.consent), (row) => Number(row[0]));
  const suppressions = groupBy(of(tags.suppression), (row) => Number(row[0]));
  const outcomes = groupBy(of(tags.outcome), (row) => Number(row[0]));
  const statuses = groupBy(of(tags.status), (row) => Number(row[0]));
  // Set by hand, else the survivor's first known, else set by hand for another of those that are one, else the first known.
  const isPrimary = ({ addressNo }: { addressNo: number }) => addressNo === root.primaryAddressNo;
  const isOfAnother = ({ addressNo }: { addressNo: number }) =>
    members.some(({ primaryAddressNo }) => addressNo === primaryAddressNo);
  addresses.sort(
    (a, b) =>
      Number(isPrimary(b)) - Number(isPrimary(a)) ||
      Number(b.own) - Number(a.own) ||
      Number(isOfAnother(b)) - Number(isOfAnother(a)) ||
      a.firstSeenAt.getTime() - b.firstSeenAt.getTime() ||
      a.place - b.place ||
      // As identity orders them: two addresses of one record are in the order of their text.
      (a.value < b.value ? -1 : 1),
  );
  const [first, ...others] = addresses.map(
    ({ addressNo, value, given, timeZone }): AddressFacts => ({
      addressNo,
      value,
      given,
      setTimeZone: timeZone,
      consents: (consents.get(addressNo) ?? []).map(consentOf),
      suppressions: (suppressions.get(addressNo) ?? []).map(suppressionOf),
      outcomes: (outcomes.get(addressNo) ?? []).map(outcomeOf),
      statuses: (statuses.get(addressNo) ?? []).map(statusOf),
      ...placed(value, timeZone, shared),
    }),
  );
  if (first === undefined) return null;
  return {
    rootNo: root.rootNo,
    now: root.now,
    addresses: [first, ...others],
    // What was set on any of the contacts that are one person holds for the person.
    restrictedSince: earliest(members.map((member) => member.restrictedSince)),
    objectionSince: earliest(members.map((member) => member.objectionSince)),
    erasedAt: earliest(members.map((member) => member.erasedAt)),
    topics: shared.topics,
    settings: shared.settings,
    sends: of(tags.send).map((row) => dateOf(row[1])),
  };
}

/** Time zone: set by hand, else all that the address allows, else the account's. Where no hours are set nobody asks the address. */
function placed(
  value: string,
  timeZone: string | null,
  { channel, account, settings }: Shared,
): Pick<AddressFacts, 'timeZones' | 'regions'> {
  const hasHours = settings.sendingHours !== null || settings.regionHours.length > 0;
  const { timeZones, regions } = hasHours ? channel.placeOf(value) : nowhere;
  if (timeZone !== null) return { timeZones: [timeZone], regions };
  return { timeZones: timeZones.length > 0 ? timeZones : [account.timeZone], regions };
}
