import { addLaneJobs } from '../../../subgraphs/automation/src/store/lanes.ts';
import { type Bench, count, publish, until } from './account.ts';

/** Steps of each: a wait, a branch and a send. */
const stepsEach = 3;
/** How long the wait is. With an hour, what the account counts by the hour would be due as well. */
const minute = 60_000;

const steps = [
  { key: 'wait', wait: { for: 'PT1M' } },
  {
    key: 'who',
    branch: {
      paths: [{ name: 'ada', when: { field: { key: 'first_name', equals: 'Ada' } }, next: 'write' }],
      otherwise: 'end',
    },
  },
  { key: 'write', send: { channel: 'EMAIL', template: 'spring' } },
];

/**
 * Everybody enters, waits for a minute that is over at once, is sent a message and leaves: from the entries to the last message that
 * was handed over and the last contact that left.
 * @param handedOver messages so far @returns steps a second
 */
export async function goThrough(
  bench: Bench,
  name: string,
  contacts: number,
  handedOver: () => number,
): Promise<number> {
  const { account, pool, clock } = bench;
  const workflowNo = await publish(bench, name, { trigger: { manual: true }, steps });
  await pool.query('analyze');
  // What is looked at again and again must not cost what is measured: an index tells whether one is left.
  const isNone = (what: string) => async () =>
    (await count(pool, `select count(*)::int as n from (select 1 from ${what} limit 1) one`)) === 0;
  const own = `account_id = ${account} and workflow_no = ${workflowNo}`;
  const [noEntry, nobodyInside] = [
    isNone(`entry where account_id = ${account}`),
    isNone(`enrollment where ${own} and run and state in ('ACTIVE', 'WAITING')`),
  ];
  const demandAll = async (state: string): Promise<void> => {
    const found = await count(pool, `select count(*)::int as n from enrollment where ${own} and state = '${state}'`);
    if (found !== contacts) throw new Error(`${found} of ${contacts} enrollments are ${state}`);
  };
  const before = handedOver();
  const began = performance.now();
  await pool.query(
    `insert into entry (account_id, workflow_no, contact_no, cause, at) select account_id, $2, contact_no, 'a bench', now() from contact where account_id = $1 order by 3`,
    [account, workflowNo],
  );
  await wake(bench, contacts);
  await until(noEntry);
  const waits = performance.now() - began;
  await demandAll('WAITING');
  // The job of a wait comes at its time by the real clock, which nobody set forward.
  clock.setOffset(clock.offset() + minute);
  const goes = performance.now();
  await wake(bench, contacts);
  await until(async () => handedOver() - before >= contacts);
  await until(nobodyInside);
  const went = performance.now() - goes;
  await demandAll('COMPLETED');
  console.log(`${name}: ${Math.round(waits)} ms to enter and wait, ${Math.round(went)} ms from there to the end`);
  return (contacts * stepsEach) / ((waits + went) / 1_000);
}

/** As whoever writes entries does with them: else the first of them wait for the sweep. */
const wake = ({ pool, account }: Bench, contacts: number): Promise<unknown> =>
  addLaneJobs(
    { query: async (statement, values) => (await pool.query({ ...statement, values: [...values] })).rows },
    account,
    contacts,
  );

/** Ten enrollments of each contact that wait for longer than the bench takes. @returns how many */
export async function letWait({ account, pool }: Bench, contacts: number): Promise<number> {
  const each = 10;
  for (let i = 0; i < each; i++) {
    await pool.query(
      `insert into enrollment (account_id, enrollment_no, key, contact_no, workflow_no, version, state, entered_at, current_step, run, due_at, step_since, log_count, rev)
        select account_id, 1000000000 + $2 * 10000000 + contact_no, gen_random_uuid()::text, contact_no, 1000 + $2, 1, 'WAITING', now(), 'wait', true, now() + interval '1 year', now(), 1, 1
        from contact where account_id = $1`,
      [account, i],
    );
  }
  return contacts * each;
}
