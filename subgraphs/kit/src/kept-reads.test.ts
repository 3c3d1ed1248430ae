import { expect, test } from 'vitest';
import { type Caller, serviceCaller } from './caller.ts';
import { createKeptReads } from './kept-reads.ts';

/** Kept reads that tell how many reads there were by then. */
function reads() {
  let count = 0;
  const of = createKeptReads<'facts', string>('email', async (account, list, contactNo) => {
    count += 1;
    return `${account} ${list} ${contactNo} ${count}`;
  });
  const ask = (caller: Partial<Caller>, contactNo: number, mutates = false): Promise<string> =>
    of({ caller: { ...serviceCaller('test', 1), ...caller }, mutates })('facts', contactNo);
  return { ask, of };
}

test("what a client's query has read is told to its other questions, and to no other query", async () => {
  const { ask } = reads();
  expect(await ask({ question: 'q1' }, 7)).toBe('1 facts 7 1');
  expect(await ask({ question: 'q1', scopes: ['service', 'pii:read'] }, 7)).toBe('1 facts 7 1');
  expect(await ask({ question: 'q2' }, 7)).toBe('1 facts 7 2');
  expect(await ask({ question: 'q1' }, 8)).toBe('1 facts 8 3');
});

test('of another account nothing is told, by whatever name it asks', async () => {
  const { ask } = reads();
  expect(await ask({ question: 'q1' }, 7)).toBe('1 facts 7 1');
  expect(await ask({ account: 2, question: 'q1' }, 7)).toBe('2 facts 7 2');
});

test('who names no query keeps nothing beyond the question, and a mutation nothing at all', async () => {
  const { ask, of } = reads();
  const one = of({ caller: serviceCaller('test', 1), mutates: false });
  expect(await one('facts', 7)).toBe('1 facts 7 1');
  expect(await one('facts', 7)).toBe('1 facts 7 1');
  expect(await ask({}, 7)).toBe('1 facts 7 2');
  const writing = of({ caller: { ...serviceCaller('test', 1), question: 'q1' }, mutates: true });
  expect(await writing('facts', 7)).toBe('1 facts 7 3');
  expect(await writing('facts', 7)).toBe('1 facts 7 4');
});

test('a question that has seen a newer state of another part reads again; its own journal is never behind', async () => {
  const { ask } = reads();
  expect(await ask({ question: 'q1', revs: { identity: 4 } }, 7)).toBe('1 facts 7 1');
  expect(await ask({ question: 'q1', revs: { identity: 4, email: 9 } }, 7)).toBe('1 facts 7 1');
  expect(await ask({ question: 'q1', revs: { identity: 3 } }, 7)).toBe('1 facts 7 1');
  expect(await ask({ question: 'q1', revs: { identity: 5 } }, 7)).toBe('1 facts 7 2');
  expect(await ask({ question: 'q1', revs: { identity: 5 } }, 7)).toBe('1 facts 7 2');
});

test('as many lists are kept as there is room for: those of the oldest queries are read again', async () => {
  const { ask } = reads();
  await ask({ question: 'first' }, 1);
  for (let no = 0; no < 3_999; no++) await ask({ question: 'large' }, no);
  expect(await ask({ question: 'first' }, 1)).toBe('1 facts 1 1');
  await ask({ question: 'large' }, 3_999);
  expect(await ask({ question: 'first' }, 1)).toBe('1 facts 1 4002');
});

test('what a read of one contact tells of another is told to who asks about that one', async () => {
  const asked: number[] = [];
  const of = createKeptReads<'facts', string>(
    'email',
    async (_account, _list, contactNo) => {
      asked.push(contactNo);
      return `of ${contactNo}`;
    },
    (_result, contactNo) => [contactNo, contactNo + 100],
  );
  const asking = { caller: { ...serviceCaller('test', 1), question: 'q1' }, mutates: false };
  expect(await of(asking)('facts', 7)).toBe('of 7');
  expect(await of(asking)('facts', 107)).toBe('of 7');
  expect(asked).toEqual([7]);
});
