import type { Database, Statement } from '@ucp/kit/database';
import type { AccountIndex } from './account-index.ts';
import { createColumn, note } from './columns.ts';
import { type Block, createEventLog } from './event-log.ts';
import { blockOfBytes, layout, type SnapshotState } from './snapshot-layout.ts';

/** Parts read at once: eight megabytes. */
const pageParts = 16;

const header: Statement = {
  name: 'audience_snapshot',
  text: `/* audience_snapshot */ select s.layout, s.rev, s.events, s.version, s.state, coalesce(h.rev, 0) as head
    from audience_snapshot s left join journal_head h using (account_id) where s.account_id = $1`,
};
const parts: Statement = {
  name: 'audience_snapshot_parts',
  text: '/* audience_snapshot_parts */ select part, bytes from audience_snapshot_part where account_id = $1 and part = any($2::int[])',
};

interface HeaderRow {
  readonly layout: number;
  readonly rev: number;
  readonly events: number;
  readonly version: string;
  readonly state: SnapshotState;
  readonly head: number;
}

/** Fills an index that is empty with the events of the account's snapshot. @returns false when there is none that is of use */
export async function readSnapshot(db: Database, index: AccountIndex): Promise<boolean> {
  // Another process may write a new one meanwhile, which takes parts of the old one away.
  return (await readOnce(db, index)) || readOnce(db, index);
}

async function readOnce(db: Database, index: AccountIndex): Promise<boolean> {
  const [row] = await db.readAside<HeaderRow & { readonly [column: string]: unknown }>(header, [index.account]);
  if (row === undefined) return false;
  // Where it is of no use, the next one takes its place.
  index.snapshot = { version: row.version, events: 0 };
  if (row.layout !== layout || row.rev > row.head) return false;
  const blocks = await readBlocks(db, index.account, row.state);
  if (blocks === null) return false;
  for (const { key, blocks: own } of row.state.columns) {
    const column = createColumn(createEventLog(own.flatMap(({ part }) => blocks.get(part) ?? [])));
    for (const { seconds, addresses, length } of column.log.blocks)
      for (let i = 0; i < length; i++) note(column, seconds[i] ?? 0, addresses[i] ?? 0);
    index.columns.set(key, column);
  }
  Object.assign(index, {
    rev: row.rev,
    now: row.state.now,
    later: [...row.state.later],
    events: row.events,
    snapshot: { version: row.version, events: row.events },
  });
  return true;
}

async function readBlocks(db: Database, account: number, state: SnapshotState): Promise<Map<number, Block> | null> {
  const states = state.columns.flatMap(({ blocks }) => blocks);
  const blocks = new Map<number, Block>();
  for (let from = 0; from < states.length; from += pageParts) {
    const page = states.slice(from, from + pageParts);
    const rows = await db.readAside<{ part: number; bytes: Buffer }>(parts, [account, page.map(({ part }) => part)]);
    const bytes = new Map(rows.map((row) => [row.part, row.bytes]));
    for (const each of page) {
      const block = blockOfBytes(each, bytes.get(each.part) ?? Buffer.alloc(0));
      if (block === null) return null;
      blocks.set(each.part, block);
    }
  }
  return blocks;
}
