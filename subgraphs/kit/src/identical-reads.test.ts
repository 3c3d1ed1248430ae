import { expect, test } from 'vitest';
import { createIdenticalReads } from './identical-reads.ts';

/** Reads that are answered by hand, each with the number of its turn. */
function manualReads() {
  const waiting: (() => void)[] = [];
  let sent = 0;
  return {
    sent: () => sent,
    read: () => {
      const turn = ++sent;
      return new Promise<number>((resolve) => waiting.push(() => resolve(turn)));
    },
    answer: async () => {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a hundred identical reads at once are three, and nobody gets an answer that was sent before the question', async () => {
  const { read, sent, answer } = manualReads();
  const shared = createIdenticalReads<number>(2);
  const answers = Array.from({ length: 100 }, () => shared('key', read));
  expect(sent()).toBe(2);
  await answer();
  expect(sent()).toBe(3);
  // A read that is under way is not shared any more: its asker may have seen a write meanwhile.
  const late = shared('key', read);
  await answer();
  await answer();
  await answer();
  expect(await Promise.all(answers)).toEqual([1, 2, ...Array<number>(98).fill(3)]);
  expect(await late).toBe(4);
});

test('another key is another read, and a read that fails fails for those who shared it only', async () => {
  const shared = createIdenticalReads<number>(1);
  const fail = () => Promise.reject(new Error('down'));
  const first = shared('key', async () => 1);
  const second = shared('key', fail);
  const third = shared('key', async () => 3);
  expect(await shared('other', async () => 9)).toBe(9);
  expect(await first).toBe(1);
  await expect(second).rejects.toThrow('down');
  await expect(third).rejects.toThrow('down');
  expect(await shared('key', async () => 4)).toBe(4);
});
