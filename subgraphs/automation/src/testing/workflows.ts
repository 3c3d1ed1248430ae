import { type Clock, createClock } from '@ucp/kit/clock';
import { createDatabase, type Database } from '@ucp/kit/database';
import { LeaseLost, leaseTime } from '@ucp/kit/jobs/lease';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import { createEndpoints, type Endpoints } from '../actions/endpoints.ts';
import { createAutomation } from '../automation.ts';
import { createDefinitions } from '../definitions.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import { createFakePeers, type FakePeers } from './fake-peers.ts';

/** A process that leads people through workflows. */
export interface WorkflowWorker {
  readonly engine: Engine;
  readonly db: Database;
  /** Does all that is due now, until nothing is. */
  readonly once: () => Promise<void>;
  /** Lets its own clock run ahead, as of a process that was frozen meanwhile; in milliseconds. */
  readonly freeze: (milliseconds: number) => void;
  /** Takes it away as kill -9 would: nothing of it is given back. */
  readonly drop: () => Promise<void>;
}

export interface EnrollmentState {
  readonly state: string;
  readonly step: string | null;
  readonly reason: string | null;
  readonly parked: string | null;
  readonly dueAt: Date | null;
  /** Decisions, oldest first. */
  readonly log: readonly string[];
}

/** Account 1 with workflows, on a database of its own, and other parts in memory. */
export interface Workflows extends WorkflowWorker {
  readonly clock: Clock;
  readonly peers: FakePeers;
  readonly endpoints: Endpoints;
  readonly statements: string[];
  /** Published as it is. @returns its number */
  readonly workflow: (steps: readonly object[], more?: object) => Promise<number>;
  /** A contact, shown as itself. @returns its number */
  readonly contact: (fields?: Record<string, unknown>) => Promise<number>;
  readonly contacts: (count: number, fields?: Record<string, unknown>) => Promise<number[]>;
  /** Has contacts shown as another, or as themselves again. */
  readonly show: (contactNo: number, rootNo: number) => Promise<void>;
  /** Notes who is to enter. */
  readonly enter: (workflowNo: number, ...contactNos: number[]) => Promise<void>;
  /** Enrollments of a workflow, in the order in which people entered. */
  readonly enrollments: (workflowNo: number) => Promise<EnrollmentState[]>;
  readonly of: (workflowNo: number, contactNo: number) => Promise<EnrollmentState | undefined>;
  /** Another process on the same database. */
  readonly worker: (options?: Partial<EngineOptions>) => Promise<WorkflowWorker>;
  /** Moves the rules' clock on. */
  readonly pass: (milliseconds: number) => void;
  readonly stop: () => Promise<void>;
}

const log = createLog('automation', process.env.UCP_TEST_LOG ?? 'silent');
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export async function createWorkflows(): Promise<Workflows> {
  const clock = createClock();
  const peers = createFakePeers();
  const statements: string[] = [];
  const common = { clock, secret: testSecret, log, publicUrl: 'https://contacts.test' };
  const database = await createTestDatabase({
    template: 'automation',
    prepare: async (databaseUrl) => (await createAutomation({ ...common, databaseUrl })).stop(),
  });
  const workers: WorkflowWorker[] = [];
  const open = async (options: Partial<EngineOptions> = {}): Promise<WorkflowWorker> => {
    const db = createDatabase({ url: database.url, clock, log, observe: (text) => statements.push(text) });
    let ahead = 0;
    const engine = createEngine({
      db,
      url: database.url,
      peers,
      definitions: createDefinitions(db),
      endpoints: createEndpoints({ db, secret: testSecret, allowPrivate: true }),
      notices: null,
      allowPrivate: true,
      log,
      announce: () => {},
      monotonic: () => performance.now() + ahead,
      ...options,
    });
    const worker: WorkflowWorker = {
      engine,
      db,
      once: async () => {
        // What a run wrote may be due at once.
        for (let wait: number | null = 0; wait === 0; ) wait = await engine.runLane(1);
        for (let wait: number | null = 0; wait === 0; ) wait = await engine.deliver(1);
      },
      freeze: (milliseconds) => {
        ahead += milliseconds;
      },
      drop: async () => {
        workers.splice(workers.indexOf(worker), 1);
        // What is left of it in this process must not go on as if it lived.
        ahead += leaseTime;
        await db.close();
      },
    };
    workers.push(worker);
    return worker;
  };
  const main = await open();
  const { db } = main;
  let [workflows, contacts] = [0, 0];
  const enrollments: Workflows['enrollments'] = async (workflowNo) =>
    (
      await db.pool.query(
        `select e.contact_no as "contactNo", e.state, e.current_step as step, e.exit_reason as reason, e.parked, e.due_at as "dueAt",
          coalesce((select array_agg(l.decision order by l.place) from enrollment_log l where l.account_id = 1 and l.enrollment_no = e.enrollment_no), '{}') as log
        from enrollment e where e.account_id = 1 and e.workflow_no = $1 order by e.entered_at, e.enrollment_no`,
        [workflowNo],
      )
    ).rows;
  const newContacts = async (count: number, fields: Record<string, unknown> = {}): Promise<number[]> => {
    const numbers = Array.from({ length: count }, () => ++contacts);
    for (const no of numbers) Object.assign(peers.person(no).fields, fields);
    await db.pool.query('insert into contact select 1, no, no from unnest($1::int[]) as c(no)', [numbers]);
    return numbers;
  };
  return {
    ...main,
    // Tests let its beats stand still, and others take it for dead: it goes on under another lease.
    once: () =>
      main.once().catch((error: unknown) => {
        if (error instanceof LeaseLost) return main.once();
        throw error;
      }),
    clock,
    peers,
    statements,
    endpoints: createEndpoints({ db, secret: testSecret, allowPrivate: true }),
    workflow: async (steps, more = {}) => {
      const workflowNo = ++workflows;
      await db.pool.query('insert into workflow (account_id, workflow_no, name) values (1, $1, $2)', [
        workflowNo,
        `Workflow ${workflowNo}`,
      ]);
      await db.pool.query(
        `insert into workflow_version (account_id, workflow_no, version, state, made_at, definition) values (1, $1, 1, 'PUBLISHED', now(), $2)`,
        [workflowNo, JSON.stringify({ trigger: { manual: true }, reentry: { never: true }, steps, ...more })],
      );
      return workflowNo;
    },
    contact: async (fields = {}) => (await newContacts(1, fields))[0] ?? 0,
    contacts: newContacts,
    show: async (contactNo, rootNo) => {
      await db.pool.query('update contact set root_no = $2 where account_id = 1 and contact_no = $1', [
        contactNo,
        rootNo,
      ]);
    },
    enter: async (workflowNo, ...contactNos) => {
      await db.pool.query(
        `insert into entry (account_id, workflow_no, contact_no, cause, at) select 1, $1, c, 'a test', now() from unnest($2::int[]) c`,
        [workflowNo, contactNos],
      );
    },
    enrollments,
    of: async (workflowNo, contactNo) => {
      const found = await enrollments(workflowNo);
      return found.find((row) => Object(row).contactNo === contactNo);
    },
    worker: open,
    pass: (milliseconds) => clock.setOffset(clock.offset() + milliseconds),
    stop: async () => {
      for (const worker of [...workers]) {
        await worker.engine.stop();
        await worker.db.close();
      }
      await database.drop();
    },
  };
}
