import { serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { createDatabase, type Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { recordId } from '@ucp/kit/ids';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountRules } from '../actions.ts';
import { migrateProfile } from '../profile.ts';
import { segmentByNo } from '../store/segments.ts';
import { createSegments } from './segments.ts';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  db = createDatabase({ url, clock: createClock(), log: createLog('segments', 'silent') });
  close = async () => {
    await db.close();
    await drop();
  };
});
afterAll(() => close());

const caller = serviceCaller('test', 7);
/** Who needs the segment, as often as it is asked. */
const answers: (() => readonly string[])[] = [];
const asked = async (): Promise<readonly string[]> => answers.shift()?.() ?? [];

test('a segment that somebody begins to need while it is archived stays in use, tracked and looked at as before', async () => {
  await accountRules(db, 7);
  const segments = createSegments(db, { check: async () => {} }, asked);
  const made = await segments.save(caller, { name: 'Leads', filter: { tag: { equals: 'lead' } }, tracked: true });
  const id = recordId('seg', 7, made.segmentNo);
  const watched = async () =>
    (
      await db.pool.query(
        'select tracked, archived_at is null as used, due_at is not null as watched from segment left join segment_watch using (account_id, segment_no) where segment_no = $1',
        [made.segmentNo],
      )
    ).rows;
  answers.push(
    () => [],
    () => ['the workflow "Welcome"'],
  );
  await expect(segments.archive(caller, id)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'The segment "Leads" is needed by the workflow "Welcome"',
  });
  expect(await watched()).toEqual([{ tracked: true, used: true, watched: true }]);
  answers.push(
    () => [],
    () => {
      throw new CodedError('SUBGRAPH_UNAVAILABLE', 'automation is away');
    },
  );
  await expect(segments.archive(caller, id)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(await watched()).toEqual([{ tracked: true, used: true, watched: true }]);
  answers.push(
    () => [],
    () => ['the workflow "Welcome"'],
  );
  await expect(segments.save(caller, { id, tracked: false })).rejects.toMatchObject({
    message: 'The segment "Leads" is listened to by the workflow "Welcome"',
  });
  expect(await watched()).toEqual([{ tracked: true, used: true, watched: true }]);
  expect(await segments.archive(caller, id)).toMatchObject({ archivedAt: expect.any(Date), tracked: false });
  expect(await watched()).toEqual([{ tracked: false, used: false, watched: false }]);
});

test('a segment that is tracked again, as somebody listens to it, keeps what others changed of it meanwhile', async () => {
  await accountRules(db, 7);
  const others = createSegments(db, { check: async () => {} }, async () => []);
  const made = await others.save(caller, { name: 'Early', filter: { tag: { equals: 'early' } }, tracked: true });
  const id = recordId('seg', 7, made.segmentNo);
  let times = 0;
  const segments = createSegments(db, { check: async () => {} }, async () => {
    if (times++ === 0) return [];
    await others.save(caller, { id, name: 'Late', filter: { tag: { equals: 'late' } } });
    return ['the workflow "Welcome"'];
  });
  await expect(segments.save(caller, { id, tracked: false })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await segmentByNo({ query: db.read }, 7, made.segmentNo)).toMatchObject({
    name: 'Late',
    filter: { tag: { equals: 'late' } },
    tracked: true,
  });
});
