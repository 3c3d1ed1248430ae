import { startTwilioServer } from '@ucp/sms/testing/twilio-server';
import pg from 'pg';
import { expect } from 'vitest';
import { type PartProcess, startProcesses } from './processes.ts';

export interface TestPerson {
  readonly id: string;
  readonly number: string;
}

/** A workflow of `WorkflowRuns`. */
export interface TestWorkflow {
  readonly id: string;
  readonly title: string;
}

/** How somebody went through a workflow. */
export interface WayTaken {
  readonly state: string;
  readonly reason: string | null;
  /** Steps in the order in which they came to them. */
  readonly steps: readonly string[];
  /** Step and what became of its message. */
  readonly messages: readonly string[];
}

/** Workflows that send text messages through a Twilio of this machine, led by two processes on one database. */
export interface WorkflowRuns {
  readonly first: PartProcess;
  readonly second: PartProcess;
  readonly sms: PartProcess;
  /** Every fourth may not be written to, every third is tagged. */
  readonly contacts: (count: number) => Promise<TestPerson[]>;
  /** Published: waits, splits, branches, sends, tags, waits, and sends; entered by a behavior. */
  readonly workflow: (title: string) => Promise<TestWorkflow>;
  /** Lets contacts in, again and again until it is acknowledged. */
  readonly enter: (workflow: TestWorkflow, people: readonly TestPerson[]) => Promise<void>;
  /** The same once. @returns whether it was acknowledged */
  readonly tryEnter: (workflow: TestWorkflow, people: readonly TestPerson[]) => Promise<boolean>;
  /** Enrollments of a workflow that a worker has at this moment. */
  readonly claimed: (workflow: TestWorkflow) => Promise<number>;
  /** Workers that hold a lease. */
  readonly workers: () => Promise<number>;
  /** By contact, once so many have left and their messages are decided. Fails when nobody leaves for `patience` milliseconds. */
  readonly waysOf: (workflow: TestWorkflow, count: number, patience: number) => Promise<Map<string, WayTaken>>;
  /** Number and what it says beside the title, of every text message of a workflow that Twilio took. */
  readonly texts: (title: string) => string[];
  /** Declares every worker dead, as half a minute of silence does; those that live notice and go on under another lease. */
  readonly bury: () => Promise<void>;
  /** Cuts all connections of automation's database and lets none in. @returns brings it back */
  readonly takeDatabaseAway: () => Promise<() => Promise<void>>;
  readonly stop: () => Promise<void>;
}

/** Contacts that are made side by side. */
const atOnce = 8;
/** Events that one call takes. */
const ofOneCall = 500;
/** Milliseconds within which a process that was killed is back, on a machine that does other things too. */
const restart = 60_000;
const settings = { accountSid: 'AC00000000000000000000000000000001', authToken: 'of Twilio in tests' };

export async function openWorkflowRuns(): Promise<WorkflowRuns> {
  const processes = await startProcesses();
  const twilio = await startTwilioServer({ ...settings, now: () => new Date(Date.now() + 20 * 60_000) });
  const [first, second, sms] = [processes.parts.automation, await processes.twinOf('automation'), processes.parts.sms];
  const databaseUrl = processes.databaseUrls.automation;
  if (first === undefined || sms === undefined || databaseUrl === undefined) throw new Error('a part is not there');
  await second.start();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // Its connections are cut together with those of the processes.
  pool.on('error', () => {});
  const ask = async (document: string, variables: object = {}) => {
    const { data, errors } = await processes.ask(document, variables);
    expect(errors).toBeUndefined();
    for (const payload of Object.values(Object(data))) expect(Object(payload).userErrors ?? []).toEqual([]);
    return data;
  };
  await ask('mutation { smsSettingsUpdate(input: { sendingHours: null }) { userErrors { message } } }');
  await ask('mutation ($input: SmsSenderInput!) { smsSenderCreate(input: $input) { userErrors { message } } }', {
    input: { name: 'way', provider: 'TWILIO', settings: { ...settings, from: '+15005550006', apiUrl: twilio.url } },
  });

  let made = 0;
  const contact = async (no: number): Promise<TestPerson> => {
    const number = `+1512${5_550_000 + no}`;
    const { contactUpsert } = await ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } userErrors { message } } }',
      { input: { identifiers: [{ mobile: number }], addTags: no % 3 === 0 ? ['vip'] : [] } },
    );
    const evidence = { method: 'FORM', occurredAt: '2026-01-01T00:00:00Z', statedText: 'Yes', actor: number };
    if (no % 4 !== 0)
      await ask('mutation ($input: SmsConsentInput!) { smsConsentRecord(input: $input) { userErrors { message } } }', {
        input: { number, state: 'GRANTED', evidence },
      });
    return { id: contactUpsert.contact.id, number };
  };
  /** How many were acknowledged, or why none was. */
  const track = async ({ title }: TestWorkflow, entering: readonly TestPerson[]): Promise<number | string> => {
    const events = entering.map(({ number }) => ({
      key: `${title} ${number}`,
      identifier: { mobile: number },
      name: `${title}_began`,
    }));
    const { data, errors } = await processes.ask(
      'mutation ($events: [BehaviorInput!]!) { behaviorsTrack(events: $events) { accepted duplicates } }',
      { events },
    );
    const taken = data?.behaviorsTrack;
    return taken === undefined || taken === null ? JSON.stringify(errors) : taken.accepted + taken.duplicates;
  };
  const rowsOf = async ({ title }: TestWorkflow) => {
    const { rows } = await pool.query(
      `select e.contact_no as "contactNo", e.state, e.exit_reason as reason,
        (select array_agg(l.step || ' ' || l.decision order by l.place) from enrollment_log l where l.enrollment_no = e.enrollment_no and l.account_id = e.account_id) as log,
        (select coalesce(array_agg(m.step || ' ' || m.status order by m.step), '{}') from triggered_message m
          where m.enrollment_no = e.enrollment_no and m.account_id = e.account_id) as messages
      from enrollment e join workflow w using (account_id, workflow_no) where w.name = $1 order by e.contact_no`,
      [title],
    );
    return rows;
  };
  const isOver = ({ state, messages }: { readonly state: string; readonly messages: readonly string[] }): boolean =>
    !['ACTIVE', 'WAITING'].includes(state) && !messages.some((message) => message.endsWith('QUEUED'));

  return {
    first,
    second,
    sms,
    contacts: async (count) => {
      const people: TestPerson[] = [];
      for (; people.length < count; made += atOnce) {
        const numbers = Array.from({ length: Math.min(atOnce, count - people.length) }, (_, i) => made + i + 1);
        people.push(...(await Promise.all(numbers.map(contact))));
      }
      return people;
    },
    workflow: async (title) => {
      const { workflowSave } = await ask(
        'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } userErrors { message } } }',
        { input: { name: title, definition: definitionOf(title) } },
      );
      const { id } = workflowSave.workflow;
      await ask('mutation ($id: ID!) { workflowPublish(id: $id) { userErrors { message } } }', { id });
      return { id, title };
    },
    enter: async (workflow, entering) => {
      for (let from = 0; from < entering.length; from += ofOneCall) {
        const some = entering.slice(from, from + ofOneCall);
        await expect.poll(() => track(workflow, some), { timeout: restart, interval: 100 }).toBe(some.length);
      }
    },
    tryEnter: async (workflow, entering) => (await track(workflow, entering)) === entering.length,
    claimed: async ({ title }) => {
      const { rows } = await pool.query(
        'select count(*)::int as count from enrollment e join workflow w using (account_id, workflow_no) where w.name = $1 and e.claimed_by is not null',
        [title],
      );
      return rows[0].count;
    },
    workers: async () => (await pool.query('select count(*)::int as count from job_worker')).rows[0].count,
    waysOf: async (workflow, count, patience) => {
      const over = async () => (await rowsOf(workflow)).filter(isOver).length;
      for (let left = await over(); left !== count; left = await over())
        await expect.poll(over, { timeout: patience, interval: 250 }).toBeGreaterThan(left);
      const rows = await rowsOf(workflow);
      return new Map(
        rows.map(({ contactNo, state, reason, log, messages }) => {
          const decisions: string[] = log;
          // No way leads back to a step: what is decided there is decided once.
          expect(new Set(decisions).size).toBe(decisions.length);
          const steps = [...new Set(decisions.map((decision) => decision.replace(/ .*/, '')))];
          return [String(contactNo), { state, reason, steps, messages }];
        }),
      );
    },
    texts: (title) =>
      twilio.taken
        .filter(({ body }) => body.startsWith(`${title} `))
        .map(({ to, body }) => `${to}${body.slice(title.length)}`),
    bury: async () => {
      await pool.query(
        `with dead as (delete from job_worker),
          held as (select distinct locked_by from graphile_worker.jobs where locked_by is not null)
        select graphile_worker.force_unlock_workers(array(select locked_by from held))`,
      );
    },
    takeDatabaseAway: async () => {
      const url = new URL(databaseUrl);
      const name = url.pathname.slice(1);
      url.pathname = '/postgres';
      const admin = new pg.Client({ connectionString: url.href });
      await admin.connect();
      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
      return async () => {
        await admin.query(`alter database ${name} allow_connections true`);
        await admin.end();
      };
    },
    stop: async () => {
      await pool.end();
      await processes.stop();
      await twilio.close();
    },
  };
}

const definitionOf = (title: string) => ({
  trigger: { behavior: { name: `${title}_began` } },
  steps: [
    { key: 'pause', wait: { for: 'PT1S' } },
    {
      key: 'chance',
      split: {
        seed: 'the same in each',
        paths: [
          { name: 'all', share: 1, next: 'greet' },
          { name: 'some', share: 1, next: 'which' },
        ],
      },
    },
    {
      key: 'which',
      branch: { paths: [{ name: 'vip', when: { tag: { equals: 'vip' } }, next: 'greet' }], otherwise: 'mark' },
    },
    { key: 'greet', send: { channel: 'SMS', content: { body: `${title} greets` }, ifSkipped: 'EXIT' } },
    { key: 'mark', tags: { add: ['seen'] } },
    { key: 'rest', wait: { for: 'PT1S' } },
    { key: 'part', send: { channel: 'SMS', content: { body: `${title} says bye` } } },
  ],
});
