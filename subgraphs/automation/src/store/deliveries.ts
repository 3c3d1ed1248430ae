import { plainArray, textArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

export interface NewDelivery {
  readonly enrollmentNo: number;
  readonly step: string;
  /** One of both. */
  readonly endpointNo: number | null;
  readonly email: string | null;
  readonly body: object;
  readonly at: Date;
}

/** What is to be told, due at once. Beside a job that looks at it. */
export const deliveriesWrite = (account: number, deliveries: readonly NewDelivery[]): JournalWrite => ({
  name: 'deliveries',
  text: `insert into delivery (account_id, enrollment_no, step, endpoint_no, email, body, made_at, due_at)
    select $1::int, d.*, d.made_at from unnest($2::int[], $3::text[], $4::int[], $5::text[], $6::jsonb[], $7::timestamptz[])
      as d(enrollment_no, step, endpoint_no, email, body, made_at)`,
  values: [
    account,
    plainArray(deliveries.map(({ enrollmentNo }) => enrollmentNo)),
    textArray(deliveries.map(({ step }) => step)),
    plainArray(deliveries.map(({ endpointNo }) => endpointNo)),
    textArray(deliveries.map(({ email }) => email)),
    textArray(deliveries.map(({ body }) => JSON.stringify(body))),
    deliveries.map(({ at }) => at),
  ],
});

export interface ClaimedDelivery {
  readonly deliveryNo: number;
  readonly enrollmentNo: number;
  readonly step: string;
  readonly endpointNo: number | null;
  readonly email: string | null;
  readonly body: unknown;
  /** Times it was tried, this one included. */
  readonly attempts: number;
  readonly madeAt: Date;
  readonly [column: string]: unknown;
}

const claim: Statement = {
  name: 'deliveries_claim',
  text: `/* deliveries_claim */ with due as (select delivery_no from delivery where account_id = $1 and state = 'WAITING' and due_at <= $2 and claimed_by is null
      order by due_at limit $4 for no key update skip locked)
    update delivery d set claimed_by = $3, attempts = d.attempts + 1 from due where d.account_id = $1 and d.delivery_no = due.delivery_no
    returning d.delivery_no as "deliveryNo", d.enrollment_no as "enrollmentNo", d.step, d.endpoint_no as "endpointNo", d.email, d.body, d.attempts, d.made_at as "madeAt"`,
};
const nextDue: Statement = {
  name: 'deliveries_next_due',
  text: `/* deliveries_next_due */ select ceil(extract(epoch from due_at - (clock_timestamp() + $2::interval)) * 1000)::float8 as wait from delivery
    where account_id = $1 and state = 'WAITING' and claimed_by is null order by due_at limit 1`,
};

const release: Statement = {
  name: 'deliveries_release',
  text: '/* deliveries_release */ update delivery set claimed_by = null where account_id = $1 and claimed_by = $2 and delivery_no <> all($3::bigint[])',
};

/** Gives back what a worker has claimed but for what it is at. */
export const releaseDeliveries = (
  db: Database,
  account: number,
  workerId: string,
  except: readonly number[],
): Promise<unknown> => db.write(release, [account, workerId, except]);

/** Claims what is to be told, the longest due first. */
export const claimDeliveries = (
  tx: Transaction,
  account: number,
  workerId: string,
  most: number,
): Promise<ClaimedDelivery[]> => tx.query<ClaimedDelivery>(claim, [account, tx.now, workerId, most]);

/** Milliseconds until something is to be told, by the clock of the rules; null: nothing is. */
export async function untilNextDelivery(db: Database, account: number): Promise<number | null> {
  const [row] = await db.read<{ wait: number }>(nextDue, [account, db.clockOffset()]);
  return row === undefined ? null : Math.max(0, row.wait);
}

/** Whoever was erased is told of no more. */
export const untoldWrite = (account: number, contactNos: readonly number[]): JournalWrite => ({
  name: 'untold',
  text: `delete from delivery d using enrollment e where e.account_id = $1::int and e.contact_no = any($2::int[])
    and d.account_id = $1::int and d.enrollment_no = e.enrollment_no and d.state = 'WAITING'`,
  values: [account, plainArray(contactNos)],
});

/** What became of an attempt. */
export interface DeliveryOutcome {
  readonly deliveryNo: number;
  readonly state: 'WAITING' | 'DONE' | 'FAILED';
  /** When it is tried again. */
  readonly dueAt: Date | null;
  readonly error: string | null;
}

/**
 * Writes outcomes of what the worker still has, and tells the log of each enrollment what ended. What it said is forgotten with that:
 * it is of no more use, and names people.
 */
export const outcomesWrites = (
  account: number,
  workerId: string,
  now: Date,
  outcomes: readonly DeliveryOutcome[],
): JournalWrite[] => [
  {
    name: 'delivered',
    text: `update delivery d set state = o.state, due_at = o.due_at, error = o.error, claimed_by = null,
        body = case when o.state = 'WAITING' then d.body else '{}' end,
        ended_at = case when o.state <> 'WAITING' then $3::timestamptz end
      from unnest($4::bigint[], $5::text[], $6::timestamptz[], $7::text[]) as o(delivery_no, state, due_at, error)
      where d.account_id = $1::int and d.delivery_no = o.delivery_no and d.claimed_by = $2::uuid
      returning d.enrollment_no, d.step, d.state, d.error`,
    values: [
      account,
      workerId,
      now,
      plainArray(outcomes.map(({ deliveryNo }) => deliveryNo)),
      plainArray(outcomes.map(({ state }) => state)),
      outcomes.map(({ dueAt }) => dueAt),
      textArray(outcomes.map(({ error }) => error)),
    ],
    first: true,
  },
  {
    name: 'delivered_counts',
    text: `update enrollment e set log_count = e.log_count + n.ended
      from (select enrollment_no, count(*)::int as ended from delivered where state <> 'WAITING' group by enrollment_no) n
      where e.account_id = $1::int and e.enrollment_no = n.enrollment_no returning e.enrollment_no, e.log_count`,
    values: [account],
    first: true,
  },
  {
    name: 'delivered_log',
    text: `insert into enrollment_log (account_id, enrollment_no, place, at, step, decision, detail)
      select $1::int, d.enrollment_no, c.log_count - (row_number() over (partition by d.enrollment_no order by d.step))::int + 1, $2::timestamptz, d.step,
        case d.state when 'DONE' then 'delivered' else 'not-delivered' end, d.error
      from delivered d join delivered_counts c on c.enrollment_no = d.enrollment_no where d.state <> 'WAITING'`,
    values: [account, now],
  },
];
