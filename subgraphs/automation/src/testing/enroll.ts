import type { Database } from '@ucp/kit/database';
import { recordNoOf } from '@ucp/kit/ids';

/** Puts contacts of account 1, by their numbers, at a step of a version of a workflow, where they wait or stand still with it. */
export async function enroll(
  db: Database,
  id: string,
  from: number,
  to: number,
  version: number,
  step: string,
  parked = false,
): Promise<void> {
  await db.pool.query(
    `insert into enrollment (account_id, enrollment_no, key, contact_no, workflow_no, version, state, entered_at, current_step, run, due_at, parked, parked_due, waits_for, rev)
     select 1, coalesce((select max(enrollment_no) from enrollment), 0) + n, 'e' || $1::int || ':' || n || ':' || $4::int, n, $1::int, $4::int, 'WAITING', now(), $5::text, true,
       case when $6::boolean then null else '2026-06-01'::timestamptz end, case when $6::boolean then 'PAUSED' end, case when $6::boolean then '2026-05-01'::timestamptz end, 'EVENT', 1
     from generate_series($2::int, $3::int) n`,
    [recordNoOf('wf', 1, id), from, to, version, step, parked],
  );
}
