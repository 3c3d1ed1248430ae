import type { Database } from '@ucp/kit/database';
import type { ChannelKind } from '../channel-kind.ts';
import { add, columnBytes, columnOf, type Happened, remove, removeAfter } from './columns.ts';
import { lastsBytes, moveLasts, noteLast } from './contact-lasts.ts';
import type { Kept } from './did-contacts.ts';
import { createDidSets, type DidSets, forgetSets, noteDid, setsBytes } from './did-sets.ts';
import { contactsHeardOf } from './heard.ts';
import { headOf, loadEvents, loadRoots } from './load.ts';
import { firstRevs, type News, newsAfter, nothingAfter, revsBehind } from './news.ts';
import { changeRoots, createShownRoots, rootsBytes } from './shown-roots.ts';
import { readSnapshot } from './snapshot-read.ts';
import { forgetMoved } from './snapshot-verdicts.ts';
import { createVerdicts, forget, forgetAll, type Verdicts, verdictBytes } from './verdicts.ts';

/** What is known of the account's snapshot. */
export interface KnownSnapshot {
  /** Of the one that has the parts that blocks name; null: there is none. */
  readonly version: string | null;
  /** Events it has; 0 for one that is of no use. */
  readonly events: number;
}

/** One account in memory, whole up to `rev`. It follows from the database and can be thrown away at any time. */
export interface AccountIndex extends Kept {
  readonly account: number;
  rev: number;
  /** Rev of identity's journal whose merges it knows. */
  asOf: number;
  /** Whether it was as new as could be when it was asked last. */
  still: boolean;
  /** The database's time at which it was asked last, in milliseconds since 1970. Later events are kept aside. */
  now: number;
  /** The setting that the verdicts follow from: hard bounces after which an address is held. */
  heldAfter: number | null;
  /** Events taken in. */
  events: number;
  snapshot: KnownSnapshot;
  readonly verdicts: Verdicts;
  readonly didSets: DidSets;
  /** While something is taken in: what failed there is half of it, and of no use. */
  broken: boolean;
  /** Events whose time has not come: second, address and key of the column in turns. */
  later: number[];
}

export const createAccountIndex = (account: number): AccountIndex => ({
  account,
  columns: new Map(),
  roots: createShownRoots(),
  lasts: new Map(),
  rev: 0,
  asOf: 0,
  still: false,
  now: 0,
  heldAfter: null,
  events: 0,
  snapshot: { version: null, events: 0 },
  verdicts: createVerdicts(),
  didSets: createDidSets(),
  broken: false,
  later: [],
});

/** Reads what is there: from the account's snapshot, else every event up to the newest rev. @param code what verdicts are found by */
export async function loadAll(
  db: Database,
  channel: ChannelKind,
  index: AccountIndex,
  code: string,
  goOn: () => boolean,
): Promise<void> {
  const snapshot = await readSnapshot(db, index, code);
  if (snapshot === null) {
    index.rev = await headOf(db, index.account);
    const later = (...event: [number, number, number]) => void index.later.push(...event);
    const read = await loadEvents(db, channel, index.account, index.rev, index.columns, later, goOn);
    Object.assign(index, { events: read.count, now: read.second * 1_000 });
  }
  await loadRoots(db, index.account, index.roots);
  if (snapshot !== null && snapshot.roots !== null) forgetMoved(index.verdicts, snapshot.roots, index.roots);
}

/**
 * Takes in all that is new, page by page; each moves the rev on, so that what fails between two leaves a state that is whole.
 * @returns false when it can no longer be used: the database is another one, whose revs are older
 */
export async function catchUp(db: Database, channel: ChannelKind, index: AccountIndex): Promise<boolean> {
  const nothing = index.still ? await nothingAfter(db, index.account, index.rev) : null;
  if (nothing !== null) {
    takeIn(channel, index, nothing);
    return true;
  }
  let revs = firstRevs;
  for (let { read } = db; ; read = db.readAside) {
    const news = await newsAfter(db, index.account, index.rev, revs, read);
    if (news.head < index.rev) return false;
    index.still = news.head === index.rev;
    takeIn(channel, index, news);
    if (news.rev === news.head) return true;
    revs = revsBehind(revs, news.events.length / 3);
  }
}

function takeIn(channel: ChannelKind, index: AccountIndex, news: News): void {
  const { rev, now, asOf, events, marked, links, contacts } = news;
  const heldAfter = news.heldAfter ?? channel.presets.heldAfter;
  const { verdicts } = index;
  const isJudged = verdicts.columns.size > 0;
  if (heldAfter !== index.heldAfter || now < index.now - 1_000) forgetAll(verdicts);
  const second = Math.floor(now / 1_000);
  const before = Math.floor(index.now / 1_000);
  index.broken = true;
  if (second < before) putAside(index, second);
  Object.assign(index, { rev, now, asOf, heldAfter });
  if (second > before) bringBack(index, second);
  for (let i = 0; i < events.length; i += 3)
    takeEvent(index, second, events[i] ?? 0, events[i + 1] ?? 0, events[i + 2] ?? 0);
  index.events += events.length / 3;
  if (marked.length > 0) takeMarks(index, second, marked);
  // Those who are two no more, and those who are one now.
  if (isJudged) forget(verdicts, contactsHeardOf(channel, index, news));
  const moved = (address: number, before: number) =>
    moveLasts(index.lasts, index.columns, index.roots, address, before);
  if (links.length + contacts.length > 0) {
    forgetSets(index.didSets);
    changeRoots(index.roots, links, contacts, moved);
  }
  if (isJudged) forget(verdicts, contactsHeardOf(channel, index, news));
  index.broken = false;
}

function takeEvent(index: AccountIndex, now: number, second: number, address: number, key: number): void {
  if (second > now) index.later.push(second, address, key);
  else addEvent(index, key, second, address);
}

function addEvent(index: AccountIndex, key: number, second: number, address: number): void {
  const { columns, lasts, roots, didSets } = index;
  add(columnOf(columns, key), second, address);
  noteLast(lasts, key, roots, address, second);
  noteDid(didSets, index, key, address, second);
}

/** A clock that went back: what is now in the future must not hide what was the last before it. */
function putAside(index: AccountIndex, now: number): void {
  index.lasts.clear();
  forgetSets(index.didSets);
  for (const [key, column] of index.columns)
    for (const { second, address } of removeAfter(column, now)) index.later.push(second, address, key);
}

function bringBack(index: AccountIndex, now: number): void {
  const { later } = index;
  if (later.length === 0) return;
  index.later = [];
  for (let i = 0; i < later.length; i += 3) takeEvent(index, now, later[i] ?? 0, later[i + 1] ?? 0, later[i + 2] ?? 0);
}

/** Events that turned out to be a machine's: they move to its column. */
function takeMarks(index: AccountIndex, now: number, marked: Int32Array): void {
  const byKey = new Map<number, Happened[]>();
  for (let i = 0; i < marked.length; i += 3) {
    const [second, address, key] = [marked[i] ?? 0, marked[i + 1] ?? 0, marked[i + 2] ?? 0];
    if (second > now) {
      const { later } = index;
      const place = later.findIndex(
        (_, at) => at % 3 === 0 && later[at] === second && later[at + 1] === address && later[at + 2] === key,
      );
      if (place >= 0) later[place + 2] = key + 1;
      continue;
    }
    const moved = byKey.get(key) ?? [];
    byKey.set(key, moved);
    moved.push({ second, address });
  }
  for (const [key, moved] of byKey) {
    remove(columnOf(index.columns, key), moved);
    index.lasts.delete(key);
    forgetSets(index.didSets);
    for (const { second, address } of moved) addEvent(index, key + 1, second, address);
  }
}

export function indexBytes({ columns, roots, lasts, later, verdicts, didSets }: AccountIndex): number {
  let bytes = rootsBytes(roots) + lastsBytes(lasts) + verdictBytes(verdicts) + setsBytes(didSets) + later.length * 8;
  for (const column of columns.values()) bytes += columnBytes(column);
  return bytes;
}
