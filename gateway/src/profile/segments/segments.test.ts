import { setTimeout as sleep } from 'node:timers/promises';
import { serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { createDatabase, type Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { recordId } from '@ucp/kit/ids';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountRules } from '../actions.ts';
import { createFilters } from '../filters/filters.ts';
import { migrateProfile } from '../profile.ts';
import { rulesSettled } from '../store/rules.ts';
import { segmentByNo } from '../store/segments.ts';
import type { SegmentUsers } from './segment-users.ts';
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
const answers: (() => readonly string[] | Promise<readonly string[]>)[] = [];
const asked = async (): Promise<readonly string[]> => answers.shift()?.() ?? [];

const segmentsAsking = (usersOf: SegmentUsers) => createSegments(db, { check: async () => {} }, usersOf, () => {});

/** What waits for the database within a moment has not come. */
const isWaiting = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => false), sleep(200).then(() => true)]);

test('a segment that is needed stays in use, tracked and looked at, also where nobody can tell who needs it', async () => {
  await accountRules(db, 7);
  const segments = segmentsAsking(asked);
  const made = await segments.save(caller, { name: 'Leads', filter: { tag: { equals: 'lead' } }, tracked: true });
  const id = recordId('seg', 7, made.segmentNo);
  const watched = async () =>
    (
      await db.pool.query(
        'select tracked, archived_at is null as used, due_at is not null as watched from segment left join segment_watch using (account_id, segment_no) where segment_no = $1',
        [made.segmentNo],
      )
    ).rows;
  answers.push(() => ['the workflow "Welcome"']);
  await expect(segments.archive(caller, id)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'The segment "Leads" is needed by the workflow "Welcome"',
  });
  answers.push(() => {
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'automation is away');
  });
  await expect(segments.archive(caller, id)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  answers.push(() => ['the workflow "Welcome"']);
  await expect(segments.save(caller, { id, tracked: false })).rejects.toMatchObject({
    message: 'The segment "Leads" is listened to by the workflow "Welcome"',
  });
  expect(await watched()).toEqual([{ tracked: true, used: true, watched: true }]);
  expect(await segments.archive(caller, id)).toMatchObject({ archivedAt: expect.any(Date), tracked: false });
  expect(await watched()).toEqual([{ tracked: false, used: false, watched: false }]);
});

test('whoever begins to need a segment while it is archived or let go waits for that, and sees it', async () => {
  await accountRules(db, 7);
  const segments = segmentsAsking(asked);
  const made = await segments.save(caller, { name: 'Buyers', filter: { tag: { equals: 'buyer' } }, tracked: true });
  const id = recordId('seg', 7, made.segmentNo);
  let later: Promise<unknown> = Promise.resolve();
  const during = async (begin: () => Promise<unknown>): Promise<readonly string[]> => {
    later = begin();
    expect(await isWaiting(later)).toBe(true);
    return [];
  };
  answers.push(() => during(() => segments.track(caller, [id])));
  expect(await segments.save(caller, { id, tracked: false })).toMatchObject({ tracked: false });
  expect(await later).toEqual([null]);
  expect(await segmentByNo({ query: db.read }, 7, made.segmentNo)).toMatchObject({ tracked: true });
  answers.push(() => during(() => segments.track(caller, [id])));
  await segments.archive(caller, id);
  expect(await later).toEqual(['The segment "Buyers" is archived']);
  const problem = { field: ['segment'], message: 'there is none' };
  const check = async () => {
    throw new CodedError('BAD_USER_INPUT', problem.message, problem.field);
  };
  const unasked = { membersOfEach: asked, membersAmong: asked, check } as never;
  const filters = createFilters(unasked, (account) => rulesSettled(db, account));
  const other = await segments.save(caller, { name: 'Readers', filter: { tag: { equals: 'reader' } } });
  answers.push(() =>
    during(() => filters.problems(caller, [{ segment: recordId('seg', 7, other.segmentNo) } as never])),
  );
  await segments.archive(caller, recordId('seg', 7, other.segmentNo));
  expect(await later).toEqual([{ path: problem.field, message: problem.message }]);
});

test('a segment that is let go keeps what others change of it meanwhile', async () => {
  await accountRules(db, 7);
  const others = segmentsAsking(async () => []);
  const made = await others.save(caller, { name: 'Early', filter: { tag: { equals: 'early' } }, tracked: true });
  const id = recordId('seg', 7, made.segmentNo);
  let change: Promise<unknown> = Promise.resolve();
  const segments = segmentsAsking(async () => {
    change = others.save(caller, { id, name: 'Late', filter: { tag: { equals: 'late' } } });
    return ['the workflow "Welcome"'];
  });
  await expect(segments.save(caller, { id, tracked: false })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await change;
  expect(await segmentByNo({ query: db.read }, 7, made.segmentNo)).toMatchObject({
    name: 'Late',
    filter: { tag: { equals: 'late' } },
    tracked: true,
  });
});
