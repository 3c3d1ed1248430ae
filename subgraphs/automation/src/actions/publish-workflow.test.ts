import { createDatabase, type Database } from '@ucp/kit/database';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import { createLog } from '@ucp/kit/log';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAutomation } from '../automation.ts';
import { createAutomationReads } from '../automation-reads.ts';
import { knownPeers } from '../testing/known-peers.ts';
import { publishWorkflow } from './publish-workflow.ts';

let part: TestPart;
let db: Database;
beforeAll(async () => {
  part = await createTestPart('automation', createAutomation);
  db = createDatabase({ url: part.databaseUrl, clock: part.clock, log: createLog('test', 'silent') });
});
afterAll(async () => {
  await db.close();
  await part.stop();
});

const segment = recordId('seg', 1, 7);
const known = { channels: [], templates: [], fields: [] };
const peers = knownPeers({ ...known, segments: [segment] });

test('what a version names is in use from before its owners are asked until it is refused, or as long as it is live', async () => {
  const reads = createAutomationReads(db);
  const isUsed = async () => (await reads.segmentUsers(1, 7, true)).includes('In use');
  const definition = { trigger: { segment: { id: segment } }, steps: [{ key: 'done', goal: {} }] };
  const { data } = await part.ask(
    'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } } }',
    { input: { name: 'In use', definition } },
    { scopes: ['workflows:write', 'workflows:read'] },
  );
  const workflowNo = recordNoOf('wf', 1, data.workflowSave.workflow.id);
  const seen: boolean[] = [];
  const publishWith = (asked: typeof peers) =>
    publishWorkflow(
      {
        db,
        peers: {
          ...asked,
          segments: {
            track: async (account, ids) => {
              seen.push(await isUsed());
              return asked.segments.track(account, ids);
            },
          },
        },
      },
      1,
      workflowNo,
    );
  expect(await isUsed()).toBe(false);
  expect((await publishWith(knownPeers({ ...known, segments: [] }))).problems).toHaveLength(1);
  expect([seen, await isUsed()]).toEqual([[true], false]);
  expect((await publishWith(peers)).problems).toEqual([]);
  expect([seen, await isUsed()]).toEqual([[true, true], true]);
});

test('a version that two publish at once is live for both', async () => {
  const definition = { trigger: { segment: { id: segment } }, steps: [{ key: 'done', goal: {} }] };
  const { data } = await part.ask(
    'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } } }',
    { input: { name: 'Twice', definition } },
    { scopes: ['workflows:write', 'workflows:read'] },
  );
  const workflowNo = recordNoOf('wf', 1, data.workflowSave.workflow.id);
  const first = await publishWorkflow(
    {
      db,
      peers: {
        ...peers,
        segments: {
          track: async (account, ids) => {
            const second = await publishWorkflow({ db, peers }, 1, workflowNo);
            expect(second).toMatchObject({ workflow: { state: 'PUBLISHED' }, problems: [] });
            return peers.segments.track(account, ids);
          },
        },
      },
    },
    1,
    workflowNo,
  );
  expect(first).toMatchObject({ workflow: { state: 'PUBLISHED' }, problems: [] });
});
