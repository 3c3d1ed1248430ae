import { LeaseLost } from '@ucp/kit/jobs/lease';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, hour, type Workflows, type WorkflowWorker } from '../testing/workflows.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 60 : 5;

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());

const kinds = ['wait', 'branch', 'split', 'send', 'tags', 'setField', 'waitUntil', 'sendOr'] as const;
const sms = { channel: 'SMS', content: { text: 'Hello' } };

/** A workflow of these kinds of steps, in this order; ways lead forwards only. */
const stepsOf = (picked: readonly (typeof kinds)[number][]): object[] =>
  picked.map((kind, i): object => {
    const key = `s${i}`;
    const later = i + 2 < picked.length ? `s${i + 2}` : 'end';
    const next = i + 1 < picked.length ? `s${i + 1}` : 'end';
    switch (kind) {
      case 'wait':
        return { key, wait: { for: 'PT1H' } };
      case 'branch':
        return { key, branch: { paths: [{ name: 'tagged', when: { tag: `t${i}` }, next: later }], otherwise: next } };
      case 'split':
        return {
          key,
          split: {
            seed: key,
            paths: [
              { name: 'a', share: 1, next },
              { name: 'b', share: 2, next: later },
            ],
          },
        };
      case 'send':
        return { key, send: sms };
      case 'sendOr':
        return { key, send: { ...sms, ifSkipped: 'GO_TO', skippedNext: later }, next };
      case 'tags':
        return { key, tags: { add: [`t${i + 1}`, `t${i + 2}`], remove: [] } };
      case 'setField':
        return { key, setField: { field: key, value: i } };
      default:
        return { key, waitUntil: { filter: { tag: `t${i}` }, timeout: 'PT2H' } };
    }
  });

const fates = ['lives', 'dies before', 'dies after', 'part is away', 'is declared dead'] as const;

test('whatever dies in whatever moment, everybody ends where an undisturbed run ends, and no message is sent twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 7 }),
      fc.array(fc.constantFrom(...fates), { minLength: 4, maxLength: 20 }),
      async (picked, planned) => {
        const steps = stepsOf(picked);
        // The same people go through both, as if they had never been in the other. Every third gets no message.
        const [calm, wild] = [await flows.workflow(steps), await flows.workflow(steps)];
        const people = await flows.contacts(6);
        flows.peers.answers = (send) =>
          people.indexOf(send.contactNo) % 3 === 0
            ? { ...queued(send), status: 'SKIPPED', skippedBecause: 'CONSENT' }
            : { ...queued(send), status: 'SENT' };
        await flows.enter(calm, ...people);
        for (let hours = 0; hours < 16; hours++) {
          await flows.once();
          flows.pass(hour);
        }
        flows.peers.sent.clear();
        for (const contactNo of people) flows.peers.person(contactNo).tags.clear();
        await flows.enter(wild, ...people);
        const waiting = [...planned];
        let worker: WorkflowWorker = await flows.worker();
        const strike = async (moment: 'before' | 'after'): Promise<void> => {
          const fate = moment === 'before' || waiting[0] === 'dies after' ? waiting.shift() : undefined;
          if (fate === 'part is away') throw new Error('the part is away');
          if (fate === 'is declared dead') {
            const { workerId } = await worker.engine.leases.current();
            await flows.db.pool.query('delete from job_worker where worker_id = $1', [workerId]);
          }
          if ((fate === 'dies before' && moment === 'before') || (fate === 'dies after' && moment === 'after')) {
            const { workerId } = await worker.engine.leases.current();
            await worker.drop();
            await flows.db.pool.query('delete from job_worker where worker_id = $1', [workerId]);
            throw new LeaseLost();
          }
        };
        flows.peers.before = () => strike('before');
        flows.peers.after = () => strike('after');
        for (let hours = 0; hours < 16; hours++) {
          for (let tries = 0; tries < planned.length + 3; tries++) {
            const done = await worker.once().then(
              () => true,
              () => false,
            );
            if (done) break;
            if (!(await isAlive(worker))) worker = await flows.worker();
            await worker.engine.sweep();
          }
          flows.pass(hour);
        }
        flows.peers.before = () => {};
        flows.peers.after = () => {};
        const endsOf = async (workflowNo: number) =>
          (await flows.enrollments(workflowNo)).map(({ state, reason, log }) => ({ state, reason, log }));
        expect(await endsOf(wild)).toEqual(await endsOf(calm));
        const perStep = [...flows.peers.sent.values()].map(
          ({ contactNo, idempotencyKey }) => `${contactNo} ${idempotencyKey.split(':').at(-1)}`,
        );
        expect(new Set(perStep).size).toBe(perStep.length);
        await worker.drop();
      },
    ),
    { numRuns },
  );
}, 600_000);

const isAlive = ({ db }: WorkflowWorker): Promise<boolean> =>
  db.pool.query('select 1').then(
    () => true,
    () => false,
  );
