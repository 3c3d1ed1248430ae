import type { Database, Statement, Transaction } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import { badInput } from '@ucp/kit/errors';

export interface SenderRow {
  readonly senderNo: number;
  readonly name: string;
  readonly provider: string;
  readonly perSecond: number;
  readonly archivedAt: Date | null;
  readonly [column: string]: unknown;
}

export interface SealedSender extends SenderRow {
  readonly secret: Buffer;
}

/** A sender whose rate is ours to move until the end of the transaction. */
export interface LockedSender {
  readonly usedUntil: number;
  readonly perSecond: number;
  readonly archivedAt: Date | null;
  /** Whether the worker that asks is still known to be alive. */
  readonly alive: boolean;
  readonly [column: string]: unknown;
}

const columns = 'sender_no as "senderNo", name, provider, per_second as "perSecond", archived_at as "archivedAt"';
const list: Statement = {
  name: 'senders',
  text: `/* senders */ select ${columns} from sender where account_id = $1 and (archived_at is null or $2) order by name`,
};
const byNo: Statement = {
  name: 'sender_by_no',
  text: `/* sender_by_no */ select ${columns}, secret from sender where account_id = $1 and sender_no = $2`,
};
const lock: Statement = {
  name: 'sender_lock',
  // Planned once from here on in the transaction: the facts that follow are read over many partitions.
  text: `/* sender_lock */ select extract(epoch from greatest(s.used_until, 'epoch'))::float8 * 1000 as "usedUntil", s.per_second as "perSecond",
      s.archived_at as "archivedAt", set_config('plan_cache_mode', 'force_generic_plan', true) as plans,
      coalesce((select true from job_worker w where w.worker_id = $3 for key share), false) as alive
    from sender s where s.account_id = $1 and s.sender_no = $2 for update of s`,
};
const lockAll: Statement = {
  name: 'senders_lock',
  text: "/* senders_lock */ select pg_advisory_xact_lock(hashtextextended('senders', $1))",
};
const insert: Statement = {
  name: 'sender_insert',
  text: `/* sender_insert */ insert into sender (account_id, sender_no, name, provider, secret, per_second)
    select $1, coalesce(max(sender_no), 0) + 1, $2, $3, $4, $5 from sender where account_id = $1 returning sender_no as "senderNo"`,
};
const update: Statement = {
  name: 'sender_update',
  text: `/* sender_update */ update sender set secret = coalesce($3, secret), per_second = coalesce($4, per_second)
    where account_id = $1 and sender_no = $2`,
};
const archive: Statement = {
  name: 'sender_archive',
  text: `/* sender_archive */ update sender set archived_at = now() + $3::interval
    where account_id = $1 and sender_no = $2 and archived_at is null`,
};

/** By name; archived ones only when asked for. */
export const sendersOf = (db: Database, account: number, archived: boolean): Promise<SenderRow[]> =>
  db.read<SenderRow>(list, [account, archived]);

/** Archived ones too. */
export const senderByNo = async (db: Database, account: number, senderNo: number): Promise<SealedSender | null> =>
  (await db.read<SealedSender>(byNo, [account, senderNo]))[0] ?? null;

/** Takes the sender's rate until the end of the transaction, and keeps the worker from being declared dead meanwhile. */
export async function lockSender(
  tx: Transaction,
  account: number,
  senderNo: number,
  workerId: string,
): Promise<LockedSender | null> {
  return (await tx.query<LockedSender>(lock, [account, senderNo, workerId]))[0] ?? null;
}

/** @returns its number. @throws CodedError BAD_USER_INPUT when the name is taken */
export async function insertSender(
  db: Database,
  account: number,
  sender: { readonly name: string; readonly provider: string; readonly secret: Buffer; readonly perSecond: number },
): Promise<number> {
  try {
    return await db.transaction(async (tx) => {
      await tx.query(lockAll, [account]);
      const values = [account, sender.name, sender.provider, sender.secret, sender.perSecond];
      const [row] = await tx.query<{ senderNo: number }>(insert, values);
      if (row === undefined) throw new Error('the sender was not written');
      return row.senderNo;
    });
  } catch (error) {
    if (codeOf(error) !== '23505') throw error;
    throw badInput(['input', 'name'], `A sender of the name "${sender.name}" is there already; names are unique`);
  }
}

/** Null leaves a value as it is. */
export const updateSender = (
  db: Database,
  account: number,
  senderNo: number,
  secret: Buffer | null,
  perSecond: number | null,
): Promise<unknown> => db.write(update, [account, senderNo, secret, perSecond]);

export const archiveSender = (db: Database, account: number, senderNo: number): Promise<unknown> =>
  db.write(archive, [account, senderNo, db.clockOffset()]);
