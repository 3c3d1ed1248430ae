import type { Database, Statement } from '@ucp/kit/database';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import { add, type Columns, columnOf } from './columns.ts';
import { eventSql, type Packed, secondSql, unpack } from './packed.ts';
import { changeRoots, type ShownRoots } from './shown-roots.ts';

/** Rows of a page of the first load: a few milliseconds of the processor, and nothing to speak of in memory. */
const pageRows = 100_000;

const head: Statement = {
  name: 'audience_head',
  text: '/* audience_head */ select coalesce(max(rev), 0) as rev from journal_head where account_id = $1',
};
const events: Statement = {
  name: 'audience_events',
  text: `/* audience_events */
    select string_agg(${eventSql(secondSql('a.at'), 'a.address_no', 'a.kind * 2 + (a.machine or (a.kind = any($6::int[]) and exists (select 1 from machine_mark k where k.account_id = $1 and k.address_no = a.address_no and k.event_id = a.event_id and k.rev <= $4)))::int')}, '') as events,
      max(a.at)::text as at, max(case when a.place = ${pageRows} then a.event_id::text end) as event, floor(date_part('epoch', now() + $5::interval)) as second
    from (select row_number() over () as place, o.* from (select at, event_id, address_no, kind, machine from activity
      where account_id = $1 and at >= $2::timestamptz and (at, event_id) > ($2::timestamptz, $3::uuid) and rev <= $4
      order by at, event_id limit ${pageRows}) o) a`,
};
const links: Statement = {
  name: 'audience_links',
  text: `/* audience_links */ select string_agg(int4send(address_no) || int4send(contact_no), '') as numbers, max(address_no) as last
    from (select address_no, contact_no from link where account_id = $1 and address_no > $2 order by address_no limit ${pageRows * 2}) l`,
};
const contacts: Statement = {
  name: 'audience_contacts',
  text: `/* audience_contacts */ select string_agg(int4send(contact_no) || int4send(root_no), '') as numbers, max(contact_no) as last
    from (select contact_no, root_no from contact where account_id = $1 and contact_no > $2 order by contact_no limit ${pageRows * 2}) c`,
};

/** Newest rev of an account. */
export const headOf = async (db: Database, account: number): Promise<number> =>
  (await db.read<{ rev: number }>(head, [account]))[0]?.rev ?? 0;

/**
 * Reads all events up to a rev in the order of their time, page by page: later ones of the same snapshot or not make no difference,
 * as events are only ever appended. Those in the future are told to `later`.
 * @param goOn asked between pages: whether it is still wanted
 * @returns how many, and the second up to which they are not in the future
 */
export async function loadEvents(
  db: Database,
  channel: ChannelKind,
  account: number,
  rev: number,
  columns: Columns,
  later: (second: number, address: number, key: number) => void,
  goOn: () => boolean,
): Promise<{ readonly count: number; readonly second: number }> {
  const markable =
    channel.clicks === null ? channel.kinds.map((_, i) => i + 1) : [kindNo(channel, channel.clicks.clicked)];
  let place: readonly [string, string] = ['-infinity', '00000000-0000-0000-0000-000000000000'];
  let [count, now] = [0, 0];
  while (goOn()) {
    const values = [account, ...place, rev, db.clockOffset(), markable];
    const [row] = await db.readAside<{ events: Packed; at: string | null; event: string | null; second: number }>(
      events,
      values,
    );
    if (row === undefined || row.events === null) break;
    now = Math.max(now, row.second);
    const numbers = unpack(row.events);
    for (let i = 0; i < numbers.length; i += 3) {
      const [second, address, key] = [numbers[i] ?? 0, numbers[i + 1] ?? 0, numbers[i + 2] ?? 0];
      if (second > row.second) later(second, address, key);
      else add(columnOf(columns, key), second, address);
    }
    count += numbers.length / 3;
    if (row.event === null || row.at === null) break;
    place = [row.at, row.event];
  }
  return { count, second: now };
}

/** Reads which contact each address is shown under. What changes meanwhile is read again by its rev. */
export async function loadRoots(db: Database, account: number, roots: ShownRoots): Promise<void> {
  const none = new Int32Array(0);
  const ignore = () => {};
  const pages = async (statement: Statement, take: (numbers: Int32Array) => void): Promise<void> => {
    for (let last = -1; ; ) {
      const [row] = await db.readAside<{ numbers: Packed; last: number | null }>(statement, [account, last]);
      if (row === undefined || row.last === null) return;
      take(unpack(row.numbers));
      last = row.last;
    }
  };
  await pages(contacts, (numbers) => changeRoots(roots, none, numbers, ignore));
  await pages(links, (numbers) => changeRoots(roots, numbers, none, ignore));
}
