import type { Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { Definitions } from '../definitions.ts';
import type { ActivityEvent, BehaviorEvent } from '../domain/event.ts';
import { type HeardEvent, type Hears, hearingOf, type ListeningVersion } from '../domain/heard.ts';
import { limits } from '../domain/limits.ts';
import { type AwaitedEvent, awaitedWrites, takeEventsAlone } from '../store/awaited-events.ts';
import { entriesOfOutsideWrite, type NewEntry } from '../store/entries.ts';
import { laneWrite } from '../store/lanes.ts';
import { listenersOf } from '../store/listeners.ts';
import { ownersOf, unidentifiedWrite } from '../store/unidentified-events.ts';

/** Something that was heard, and whose it is. */
export interface HeardOf {
  readonly contactNo: number;
  readonly heard: HeardEvent;
}

/** What versions of the account hear, as they are now. Null: none listens. */
export async function hearing(tx: Transaction, account: number, definitions: Definitions): Promise<Hears | null> {
  const rows = await listenersOf(tx, account);
  const versions = await Promise.all(
    rows.map(async ({ workflowNo, version, kind }): Promise<ListeningVersion[]> => {
      const definition = await definitions.of(account, workflowNo, version);
      return definition === null ? [] : [{ workflowNo, version, isLive: kind !== null, definition }];
    }),
  );
  return rows.length === 0 ? null : hearingOf(versions.flat());
}

/**
 * What follows from events, in the transaction that moves the place in their journal: who is to enter, who is woken, and what is
 * kept for a while as its identifier is nobody's yet.
 */
export async function takeEvents(
  tx: Transaction,
  account: number,
  definitions: Definitions,
  events: readonly (ActivityEvent | BehaviorEvent)[],
): Promise<JournalWrite[]> {
  const hears = events.length === 0 ? null : await hearing(tx, account, definitions);
  if (hears === null) return [];
  const heard = events.flatMap((event) => {
    const meaning = hears(event);
    if (meaning === null) return [];
    return [{ identifier: { kind: event.identifierKind, value: event.identifierValue }, heard: meaning }];
  });
  if (heard.length === 0) return [];
  await takeEventsAlone(tx, account);
  const owners = await ownersOf(
    tx,
    account,
    heard.map(({ identifier }) => identifier),
  );
  const known: HeardOf[] = [];
  const unknown: typeof heard = [];
  heard.forEach((each, i) => {
    const contactNo = owners[i] ?? null;
    if (contactNo === null) unknown.push(each);
    else known.push({ contactNo, heard: each.heard });
  });
  const until = new Date(tx.now.getTime() + limits.identifiedWithin);
  return [
    ...heardWrites(account, known, tx.now),
    ...(unknown.length === 0 ? [] : [unidentifiedWrite(account, unknown, until)]),
  ];
}

/** What follows from what was heard of contacts. */
export function heardWrites(account: number, heard: readonly HeardOf[], now: Date): JournalWrite[] {
  const entries: NewEntry[] = [];
  const awaited: AwaitedEvent[] = [];
  for (const { contactNo, heard: event } of heard) {
    const { cause } = event;
    const at = new Date(event.at);
    if (at.getTime() >= now.getTime() - limits.triggerAge)
      for (const workflowNo of event.enters) entries.push({ workflowNo, contactNo, cause, at });
    for (const { isOwn, ...step } of event.awaiting) {
      const own = isOwn ? { channel: event.channel, sendId: event.sendId } : { channel: null, sendId: null };
      awaited.push({ ...step, ...own, contactNo, at, cause });
    }
  }
  if (entries.length + awaited.length === 0) return [];
  return [
    ...awaitedWrites(account, awaited, { now, until: new Date(now.getTime() + limits.awaitedWithin) }),
    ...(entries.length === 0 ? [] : [entriesOfOutsideWrite(account, entries)]),
    laneWrite(account, entries.length + awaited.length),
  ];
}
