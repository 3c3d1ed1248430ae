import { randomUUID } from 'node:crypto';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { AccountIndex, KnownSnapshot } from './account-index.ts';
import { type Block, mergeTail, type Part } from './event-log.ts';
import { bytesOfBlock, layout, type SnapshotState, sumOf } from './snapshot-layout.ts';
import { partsOf, type TakenPart, type TakenVerdicts, takeVerdicts, type VerdictsState } from './snapshot-verdicts.ts';

const lock: Statement = {
  name: 'audience_snapshot_lock',
  text: `/* audience_snapshot_lock */ select version, events,
      coalesce((select max(part) from audience_snapshot_part where account_id = $1), 0) as last
    from audience_snapshot where account_id = $1 for update`,
};
const putPart: Statement = {
  name: 'audience_snapshot_put',
  text: '/* audience_snapshot_put */ insert into audience_snapshot_part (account_id, part, bytes) values ($1, $2, $3)',
};
const tidy: Statement = {
  name: 'audience_snapshot_tidy',
  text: '/* audience_snapshot_tidy */ delete from audience_snapshot_part where account_id = $1 and part <> all($2::int[])',
};
const keep: Statement = {
  name: 'audience_snapshot_keep',
  text: `/* audience_snapshot_keep */ insert into audience_snapshot (account_id, layout, rev, events, version, state)
    values ($1, $2, $3, $4, $5, $6) on conflict (account_id) do update set layout = excluded.layout, rev = excluded.rev,
      events = excluded.events, version = excluded.version, state = excluded.state`,
};

/** A block as it is at one moment: the index goes on while it is written. */
interface Taken extends Omit<Block, 'part'> {
  readonly block: Block;
  part: Part | null;
}

/**
 * Writes the account as it is now. Blocks that are as they were written are not written again. Of several processes one is faster:
 * the others leave it at that, until they are `every` events ahead of it.
 */
export async function writeSnapshot(db: Database, index: AccountIndex, every: number, code: string): Promise<void> {
  const { account, rev, events, now, snapshot } = index;
  const judged = takeVerdicts(index);
  const later = [...index.later];
  const columns = [...index.columns].map(([key, { log }]) => {
    if (log.tail.length > 0) mergeTail(log);
    return { key, taken: log.blocks.map((block): Taken => ({ ...block, block })) };
  });
  const all = columns.flatMap(({ taken }) => taken);
  const before = all.map(({ part }) => part);
  const known = await db.transaction(async (tx): Promise<KnownSnapshot> => {
    const [found] = await tx.query<{ version: string; events: number; last: number }>(lock, [account]);
    const isOurs = (found?.version ?? null) === snapshot.version;
    if (!isOurs && found !== undefined && events - found.events < every) return { ...snapshot, events: found.events };
    all.forEach((taken, i) => {
      taken.part = isOurs ? (before[i] ?? null) : null;
    });
    const last = await putParts(tx, account, found?.last ?? 0, all);
    const verdicts = { code, ...judged, ...(await putVerdicts(tx, account, last, judged)) };
    const parts = (taken: readonly Taken[]) => taken.flatMap(({ part }) => part ?? []);
    const kept = [...parts(all), ...partsOf(verdicts)];
    await tx.query(tidy, [account, kept.map(({ part }) => part)]);
    const state: SnapshotState = {
      now,
      later,
      columns: columns.map(({ key, taken }) => ({ key, blocks: parts(taken) })),
      verdicts,
    };
    const version = randomUUID();
    await tx.query(keep, [account, layout, rev, events, version, JSON.stringify(state)]);
    return { version, events };
  });
  index.snapshot = known;
  if (known.version === snapshot.version) return;
  for (const { block, part, seconds, length } of all)
    if (block.seconds === seconds && block.length === length) block.part = part;
}

/** @returns the number of the last part there is */
async function putParts(tx: Transaction, account: number, last: number, all: readonly Taken[]): Promise<number> {
  let next = last;
  for (const taken of all) {
    if (taken.part !== null) continue;
    const bytes = bytesOfBlock(taken);
    taken.part = { part: ++next, length: taken.length, sum: sumOf(bytes) };
    await tx.query(putPart, [account, taken.part.part, bytes]);
  }
  return next;
}

/** Verdicts change all over: they are written anew each time. */
async function putVerdicts(
  tx: Transaction,
  account: number,
  last: number,
  { roots, columns }: TakenVerdicts,
): Promise<Pick<VerdictsState, 'roots' | 'columns'>> {
  let next = last;
  const putOne = async ({ length, bytes }: TakenPart): Promise<Part> => {
    await tx.query(putPart, [account, ++next, bytes]);
    return { part: next, length, sum: sumOf(bytes) };
  };
  const put: VerdictsState['columns'][number][] = [];
  for (const { name, since, ...column } of columns) {
    const part = await putOne(column);
    put.push({ name, part, since: since === null ? null : { part: await putOne(since), asked: since.asked } });
  }
  return { roots: roots === null ? null : await putOne(roots), columns: put };
}
