import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDefinitions } from './definitions.ts';
import { createWorkflows, type Workflows } from './testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());

test('a version is read once while it is among those that were asked for last, and only the oldest makes room', async () => {
  const steps = [{ key: 'wait', wait: { for: 'PT1H' } }];
  const [first, second, third] = [
    await flows.workflow(steps),
    await flows.workflow(steps),
    await flows.workflow(steps),
  ];
  const definitions = createDefinitions(flows.db, 2);
  const read = async (...workflowNos: number[]): Promise<number> => {
    flows.statements.length = 0;
    for (const no of workflowNos) expect((await definitions.of(1, no, 1))?.steps).toHaveLength(1);
    return flows.statements.filter((text) => text.includes('workflow_definitions')).length;
  };
  expect(await read(first, second, first, second)).toBe(2);
  expect(await read(first, third)).toBe(1);
  expect(await read(first, third)).toBe(0);
  expect(await read(second)).toBe(1);
});
