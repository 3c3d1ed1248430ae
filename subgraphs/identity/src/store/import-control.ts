import type { Statement, Transaction } from '@ucp/kit/database';

/** Told to who waits for a file that stopped coming. */
const abandonedText = 'The file broke off before its end';

const receiving: Statement = {
  name: 'import_receiving',
  text: `/* import_receiving */ update import_job set row_count = $3, touched_at = clock_timestamp()
    where account_id = $1 and job_no = $2 and state = 'RUNNING' and not received returning job_no`,
};
const cancel: Statement = {
  name: 'import_cancel',
  text: `/* import_cancel */ update import_job set state = 'CANCELED', finished_at = $3
    where account_id = $1 and job_no = $2 and state = 'RUNNING' returning job_no`,
};
// The server's own clock on both sides: how long nothing came does not depend on the time the product is told.
const abandon: Statement = {
  name: 'import_abandon',
  text: `/* import_abandon */ update import_job set state = 'FAILED', failure = '${abandonedText}', finished_at = $1
    where state = 'RUNNING' and not received and touched_at < clock_timestamp() - interval '10 minutes'
    returning account_id as "account", job_no as "jobNo"`,
};
const drop: Statement = {
  name: 'import_drop',
  text: '/* import_drop */ delete from import_row where account_id = $1 and job_no = $2',
};

/** Notes how many rows have come. @returns false when the import was ended meanwhile, and no more rows are to be kept */
export const noteReceived = async (tx: Transaction, account: number, jobNo: number, rows: number): Promise<boolean> =>
  (await tx.query(receiving, [account, jobNo, rows])).length > 0;

/** Ends an import that is not over yet; one that is stays as it is. The rows it did not get to are dropped. */
export async function endImport(tx: Transaction, account: number, jobNo: number): Promise<void> {
  const canceled = await tx.query(cancel, [account, jobNo, tx.now]);
  // A statement of its own: only now is everything seen that came while this waited for the job's lock.
  if (canceled.length > 0) await tx.query(drop, [account, jobNo]);
}

/** Fails imports whose file stopped coming ten minutes ago: the process that received it is gone. */
export async function failAbandoned(tx: Transaction): Promise<void> {
  const abandoned = await tx.query<{ account: number; jobNo: number }>(abandon, [tx.now]);
  for (const { account, jobNo } of abandoned) await tx.query(drop, [account, jobNo]);
}
