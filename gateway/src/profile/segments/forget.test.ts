import { createClock } from '@ucp/kit/clock';
import { createDatabase, type Database } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '../../limits.ts';
import { migrateProfile } from '../profile.ts';
import { segmentJournal } from '../store/segment-history.ts';
import { createForget } from './forget.ts';

const sent: string[] = [];
let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  const log = createLog('forget', 'silent');
  db = createDatabase({ url, clock: createClock(), log, observe: (text) => sent.push(text) });
  close = async () => {
    await db.close();
    await drop();
  };
});
afterAll(() => close());

/** Some came into a segment so many days ago, in one rev. */
const came = (account: number, daysAgo: number, contactNos: readonly number[]) =>
  appendToJournal({ query: db.write }, account, [
    {
      name: 'segment_change',
      text: `insert into segment_change (account_id, rev, segment_no, contact_no, entered, at)
        select $1::int, stamp.rev, 1, no, true, now() - $2 * interval '1 day' from stamp, unnest($3::int[]) as no`,
      values: [account, daysAgo, contactNos],
    },
  ]);
const told = async (account: number, rev = 0) => {
  const page = await segmentJournal(db, account, rev, null);
  return { rev: page.rev, contactNos: page.entries.map(({ contactNo }) => contactNo) };
};
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const deletes = (): number => sent.filter((text) => text.includes('segment_changes_forget')).length;

test('what is older than the limit goes in batches of whole revs, what is younger is told, from the beginning or from where one was', async () => {
  const { changesKept } = limits;
  for (let rev = 0; rev < 10; rev++) await came(1, changesKept + 10 - rev, range(rev * 4 + 1, rev * 4 + 4));
  await came(1, changesKept - 1, [901]);
  await came(1, 0, [902]);
  await came(2, changesKept - 1, [903]);
  const { contactNos } = await told(1);
  expect(contactNos).toEqual([...range(1, 40), 901, 902]);

  sent.length = 0;
  let turns = 0;
  await createForget(db, 10)(() => turns++ < 1);
  // Ten changes end within the third rev, which goes whole.
  expect((await told(1)).contactNos).toEqual([...range(13, 40), 901, 902]);
  await createForget(db, 10)(() => true);
  expect(deletes()).toBeGreaterThan(2);
  expect(await told(1)).toEqual({ rev: 12, contactNos: [901, 902] });
  expect(await told(1, 11)).toEqual({ rev: 12, contactNos: [902] });
  expect(await told(2)).toEqual({ rev: 1, contactNos: [903] });

  sent.length = 0;
  await createForget(db, 10)(() => true);
  // Of an account in which nothing is too old nothing is looked for.
  expect(deletes()).toBe(0);
});
