import { expect, test } from 'vitest';
import { createSharedReads, type Wanted } from './shared-reads.ts';

type List = 'facts' | 'newest';

interface Read {
  readonly account: number;
  readonly wanted: Readonly<Record<string, readonly number[]>>;
  readonly answer: (text: string) => void;
  readonly fail: (error: Error) => void;
}

/** Shared reads whose statements are answered by hand. */
function statements() {
  const reads: Read[] = [];
  const ask = createSharedReads<List, string>(
    (account, wanted: Wanted<List>) =>
      new Promise((answer, fail) => {
        const lists = Object.fromEntries([...wanted].map(([list, contactNos]) => [list, [...contactNos]]));
        reads.push({ account, wanted: lists, answer, fail });
      }),
  );
  return { reads, ask };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

test('what is asked within a tick is read at its end by one statement, each contact of a list once', async () => {
  const { reads, ask } = statements();
  const asked = [ask(1, 'facts', 7), ask(1, 'newest', 7), ask(1, 'facts', 8), ask(1, 'facts', 7)];
  void Promise.resolve().then(() => asked.push(ask(1, 'newest', 9)));
  await tick();
  expect(reads.map(({ wanted }) => wanted)).toEqual([{ facts: [7, 8], newest: [7, 9] }]);
  reads[0]?.answer('all');
  expect(await Promise.all(asked)).toEqual(['all', 'all', 'all', 'all', 'all']);
});

test('who asks while a statement is under way shares the next one, and is not told what was read before', async () => {
  const { reads, ask } = statements();
  const first = ask(1, 'facts', 7);
  await tick();
  const later = [ask(1, 'facts', 7), ask(1, 'facts', 8)];
  await tick();
  expect(reads).toHaveLength(1);
  reads[0]?.answer('old');
  await tick();
  expect(reads.map(({ wanted }) => wanted)).toEqual([{ facts: [7] }, { facts: [7, 8] }]);
  reads[1]?.answer('new');
  expect([await first, ...(await Promise.all(later))]).toEqual(['old', 'new', 'new']);
});

test('who was answered and asks for more at once does so in the next statement', async () => {
  const { reads, ask } = statements();
  const both = ask(1, 'facts', 7).then(() => ask(1, 'newest', 7));
  await tick();
  const other = ask(1, 'facts', 8);
  reads[0]?.answer('first');
  await tick();
  expect(reads[1]?.wanted).toEqual({ facts: [8], newest: [7] });
  reads[1]?.answer('second');
  expect([await both, await other]).toEqual(['second', 'second']);
});

test('accounts wait for nothing of each other, and share no statement', async () => {
  const { reads, ask } = statements();
  const asked = [ask(1, 'facts', 7), ask(2, 'facts', 7)];
  await tick();
  expect(reads.map(({ account, wanted }) => [account, wanted])).toEqual([
    [1, { facts: [7] }],
    [2, { facts: [7] }],
  ]);
  reads[1]?.answer('of the second');
  reads[0]?.answer('of the first');
  expect(await Promise.all(asked)).toEqual(['of the first', 'of the second']);
});

test('a statement reads 256 lists of contacts at most, and what is behind them waits for the next', async () => {
  const { reads, ask } = statements();
  const asked = Array.from({ length: 300 }, (_, no) => ask(1, 'facts', no));
  await tick();
  expect(reads[0]?.wanted.facts).toHaveLength(256);
  reads[0]?.answer('a part');
  await tick();
  expect(reads[1]?.wanted.facts).toHaveLength(44);
  reads[1]?.answer('the rest');
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['a part', 'the rest']));
});

test('a statement that fails is told to those who shared it, and the next one is made anew', async () => {
  const { reads, ask } = statements();
  const failed = Promise.allSettled([ask(1, 'facts', 7), ask(1, 'facts', 8)]);
  await tick();
  const next = ask(1, 'facts', 7);
  reads[0]?.fail(new Error('gone'));
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await tick();
  reads[1]?.answer('there');
  expect(await next).toBe('there');
});
