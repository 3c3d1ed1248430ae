import type { Database, Statement } from '@ucp/kit/database';
import type { AccountIndex } from './account-index.ts';
import { createColumn, note } from './columns.ts';
import { type Block, createEventLog, type Part } from './event-log.ts';
import { blockOfBytes, layout, type SnapshotState } from './snapshot-layout.ts';
import { bringVerdicts, partsOf, type Roots, type VerdictsState } from './snapshot-verdicts.ts';

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

/** What was read of a snapshot, beside what is in the index by now. */
export interface ReadSnapshot {
  /** As whom everybody was shown when its verdicts were true; null: it brought none. */
  readonly roots: Roots | null;
}

/**
 * Fills an index that is empty with the account's snapshot. Verdicts are taken where the same code found them.
 * @returns null when there is none that is of use
 */
export async function readSnapshot(db: Database, index: AccountIndex, code: string): Promise<ReadSnapshot | null> {
  // Another process may write a new one meanwhile, which takes parts of the old one away.
  return (await readOnce(db, index, code)) ?? readOnce(db, index, code);
}

async function readOnce(db: Database, index: AccountIndex, code: string): Promise<ReadSnapshot | null> {
  const [row] = await db.readAside<HeaderRow & { readonly [column: string]: unknown }>(header, [index.account]);
  if (row === undefined) return null;
  // Where it is of no use, the next one takes its place.
  index.snapshot = { version: row.version, events: 0 };
  if (row.layout !== layout || row.rev > row.head) return null;
  const blocks = await readBlocks(db, index.account, row.state);
  if (blocks === null) return null;
  const roots = row.state.verdicts.code === code ? await readVerdicts(db, index, row.state.verdicts) : null;
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
  return { roots };
}

async function readVerdicts(db: Database, index: AccountIndex, verdicts: VerdictsState): Promise<Roots | null> {
  const parts = partsOf(verdicts);
  const found = parts.length === 0 ? new Map<number, Buffer>() : await readParts(db, index.account, parts);
  return bringVerdicts(index, verdicts, ({ part }) => found.get(part) ?? Buffer.alloc(0));
}

async function readBlocks(db: Database, account: number, state: SnapshotState): Promise<Map<number, Block> | null> {
  const states = state.columns.flatMap(({ blocks }) => blocks);
  const blocks = new Map<number, Block>();
  for (let from = 0; from < states.length; from += pageParts) {
    const page = states.slice(from, from + pageParts);
    const bytes = await readParts(db, account, page);
    for (const each of page) {
      const block = blockOfBytes(each, bytes.get(each.part) ?? Buffer.alloc(0));
      if (block === null) return null;
      blocks.set(each.part, block);
    }
  }
  return blocks;
}

async function readParts(db: Database, account: number, asked: readonly Part[]): Promise<Map<number, Buffer>> {
  const values = [account, asked.map(({ part }) => part)];
  const rows = await db.readAside<{ part: number; bytes: Buffer }>(parts, values);
  return new Map(rows.map((row) => [row.part, row.bytes]));
}
