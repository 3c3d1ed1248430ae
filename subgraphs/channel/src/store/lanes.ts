import type { Database, Statement, Transaction } from '@ucp/kit/database';

/** Messages that leave one after another: of one sender, and of one campaign or of none (0). */
export interface Lane {
  readonly account: number;
  readonly senderNo: number;
  readonly campaignNo: number;
}

export const laneTask = 'send';
export const lookupTask = 'send-lookup';

/** Name of the queue of a lane and key of its job: at most one waits, and one runs at a time. */
const laneKey = ({ account, senderNo, campaignNo }: Lane): string => `send:${account}:${senderNo}:${campaignNo}`;
const lookupKey = (account: number): string => `send-lookup:${account}`;

const addJob: Statement = {
  name: 'send_job_add',
  // The time of a job is by the real clock, whatever offset rules are tried with.
  text: `/* send_job_add */ select 1 from graphile_worker.add_job($1, payload => $2::json, queue_name => $3, job_key => $3, max_attempts => 25,
      run_at => clock_timestamp() + $4::float8 * interval '1 ms', job_key_mode => $5)`,
};
/** Goes from lane to lane by the index of what is due, not over all messages. */
const dueLanes: Statement = {
  name: 'send_lanes_due',
  text: `/* send_lanes_due */ with recursive lane as (
      (select account_id, sender_no, campaign_no, due_at from message where state = 'QUEUED'
        order by account_id, sender_no, campaign_no, due_at, message_no limit 1)
      union all
      select n.* from lane l cross join lateral (select account_id, sender_no, campaign_no, due_at from message
        where state = 'QUEUED' and (account_id, sender_no, campaign_no) > (l.account_id, l.sender_no, l.campaign_no)
        order by account_id, sender_no, campaign_no, due_at, message_no limit 1) n),
    due as (select account_id, sender_no, campaign_no from lane where due_at <= now() + $1::interval
      union select account_id, sender_no, campaign_no from campaign_send where state = 'RUNNING')
    select d.account_id as account, d.sender_no as "senderNo", d.campaign_no as "campaignNo" from due d
      left join campaign_send g on g.account_id = d.account_id and g.campaign_no = d.campaign_no
    where g.state is null or g.state in ('RUNNING', 'DONE')`,
};
const withoutJob: Statement = {
  name: 'send_lanes_without_job',
  text: `/* send_lanes_without_job */ select k.key from unnest($1::text[]) as k(key)
    where not exists (select 1 from graphile_worker.jobs j where j.key = k.key and j.attempts < j.max_attempts and j.run_at <= clock_timestamp())`,
};

/** Lanes with messages that are due or still to be made. No order. */
export const lanesDue = async (db: Database): Promise<Lane[]> =>
  (await db.readAside<Lane & Record<string, unknown>>(dueLanes, [db.clockOffset()])).map(
    ({ account, senderNo, campaignNo }) => ({ account, senderNo, campaignNo }),
  );

/** Those lanes of which no job waits to run now. One that runs lets go of its key when another is added. */
export async function lanesWithoutJob(db: Database, lanes: readonly Lane[]): Promise<Lane[]> {
  if (lanes.length === 0) return [];
  const rows = await db.readAside<{ key: string }>(withoutJob, [lanes.map(laneKey)]);
  const keys = new Set(rows.map(({ key }) => key));
  return lanes.filter((lane) => keys.has(laneKey(lane)));
}

/**
 * Has a lane run after some milliseconds. `replace`: then and not when it was to run; `preserve_run_at`: unless it is to run
 * already.
 */
export const addLaneJob = (
  tx: Pick<Transaction, 'query'>,
  lane: Lane,
  afterMs: number,
  mode: 'replace' | 'preserve_run_at',
): Promise<unknown> => tx.query(addJob, [laneTask, JSON.stringify(lane), laneKey(lane), afterMs, mode]);

/** Has messages of an account looked up whose fate is not known, after some milliseconds and not when it was to be done. */
export const addLookupJob = (tx: Pick<Transaction, 'query'>, account: number, afterMs: number): Promise<unknown> =>
  tx.query(addJob, [lookupTask, JSON.stringify({ account }), lookupKey(account), afterMs, 'replace']);
