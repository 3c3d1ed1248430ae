import type { LeafResult } from '@ucp/audience/answers';
import { keyOf } from '@ucp/audience/filter';
import { serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { bitsOf } from '@ucp/kit/contact-bits';
import { createDatabase, type Database } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountRules } from './actions.ts';
import type { AskLeaves } from './leaf-source.ts';
import { migrateProfile } from './profile.ts';
import { createProfileService } from './service.ts';
import { addModel } from './store/score-models.ts';
import { addSegment } from './store/segments.ts';

let db: Database;
let close: () => Promise<void>;
const caller = serviceCaller('test', 7);
/** Conditions of each question, and the turns that others had before it. */
let asked: { leaves: number; turns: number }[] = [];
let turns = 0;

/** Owners of whose conditions the even ones hold for contact 3, and who answer at once. */
const ask: AskLeaves = async ({ leaves }) => {
  asked.push({ leaves: leaves.length, turns });
  const results = leaves.map(({ leaf }): [string, LeafResult] => {
    const holds = Number(Object(leaf.predicate).equals) % 2 === 0;
    return [keyOf(leaf), { contacts: bitsOf(holds ? [3] : []), happens: false, facts: [] }];
  });
  return { results: new Map(results), everybody: bitsOf([3]), shownAs: (no) => no, asOf: null };
};

const segments = 30;
const conditions = 60;
let model = 0;

beforeAll(async () => {
  const { url, drop } = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  db = createDatabase({ url, clock: createClock(), log: createLog('service', 'silent') });
  close = async () => {
    await db.close();
    await drop();
  };
  const rules = await accountRules(db, 7);
  model = rules.model.rules.length;
  await db.transaction(async (tx) => {
    for (let n = 0; n < segments; n++) {
      const all = Array.from({ length: conditions }, (_, i) => ({
        tag: { equals: `${2 * (n * conditions + i) + (n % 2)}` },
      }));
      await addSegment(tx, 7, { name: `many ${String(n).padStart(2, '0')}`, filter: { all }, tracked: false });
    }
  });
});
afterAll(() => close());

/** What is asked by a piece of work, with somebody else who wants every turn there is. */
async function whileOthersWait<Result>(work: () => Promise<Result>): Promise<Result> {
  asked = [];
  turns = 0;
  let over = false;
  const other = (): void => {
    turns += 1;
    if (!over) setImmediate(other);
  };
  setImmediate(other);
  const result = await work();
  over = true;
  return result;
}

test('a model of before ids, ranges and countings were looked at goes on scoring', async () => {
  const service = createProfileService(
    db,
    ask,
    async () => new Uint32Array(),
    async () => {},
  );
  const counted = { perInstance: true, within: 'P7D', cap: 1, decayOver: 'P7D', when: { tag: { equals: '2' } } };
  const rule = { id: '', name: 'r', part: 'DEMOGRAPHICS', points: 7, ...counted } as const;
  const ranges = [
    { name: '', from: 0 },
    { name: '', from: 0 },
  ];
  await db.transaction((tx) => addModel(tx, 7, 'Early', { rules: [rule, rule], ranges }));
  const scores = await service.scoresBy(caller, [3], 'Early');
  expect(scores.get(3)).toMatchObject({ total: 14, leadStatus: '', contributions: [{ points: 7 }, { points: 7 }] });
});

test('the score of a contact asks what the model asks, and no segment', async () => {
  const service = createProfileService(
    db,
    ask,
    async () => new Uint32Array(),
    async () => {},
  );
  const views = await whileOthersWait(() => service.viewsOf(caller, [3], { score: true, segments: false }));
  expect(views.get(3)).toMatchObject({ score: { total: 0 }, segments: [] });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.leaves).toBeLessThanOrEqual(2 * model);
});

test('segments of very many conditions are asked some at a time, and others have their turns between', async () => {
  const service = createProfileService(
    db,
    ask,
    async () => new Uint32Array(),
    async () => {},
  );
  const views = await whileOthersWait(() => service.viewsOf(caller, [3], { score: true, segments: true }));
  const names = views.get(3)?.segments.flatMap(({ name }) => (name.startsWith('many') ? [name] : []));
  expect(names).toEqual(Array.from({ length: segments / 2 }, (_, i) => `many ${String(2 * i).padStart(2, '0')}`));
  expect(asked.length).toBeGreaterThanOrEqual(segments / 2);
  for (const [i, { leaves, turns: had }] of asked.entries()) {
    expect(leaves).toBeLessThanOrEqual(100 + 2 * model);
    expect(had).toBeGreaterThanOrEqual(i);
  }
});

test('all that is told of a contact is by the same merges, however many questions it takes, and by those that it was found by', async () => {
  const told: number[] = [];
  // Merged after the second question.
  const moving: AskLeaves = async (...question) => {
    told.push(told.length < 2 ? 5 : 6);
    return { ...(await ask(...question)), asOf: told.at(-1) ?? null };
  };
  const demanded: unknown[] = [];
  const service = createProfileService(
    db,
    moving,
    async () => new Uint32Array(),
    async (contactNos, asOf) => void demanded.push([contactNos, asOf]),
  );
  const views = async () => {
    asked = [];
    const found = await service.viewsOf(caller, [3], { score: true, segments: true });
    expect(found.get(3)?.segments.filter(({ name }) => name.startsWith('many'))).toHaveLength(segments / 2);
    return asked.length;
  };
  const moved = await views();
  // Those before the merge, the one that told of it, and all of them once more.
  expect(moved).toBe(3 + (await views()));
  expect(demanded).toEqual([
    [[3], 6],
    [[3], 6],
  ]);
});
