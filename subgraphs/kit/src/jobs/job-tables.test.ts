import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../testing/database.ts';
import { ensureJobs } from './job-tables.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'kit_jobs', prepare: (url) => ensureJobs(url) });
});
afterAll(() => database.drop());

test('a process that is busy with itself for longer than a request may wait for a connection starts all the same', async () => {
  const made = ensureJobs(database.url);
  for (const until = performance.now() + 5_500; performance.now() < until; );
  await expect(made).resolves.toBeUndefined();
});
