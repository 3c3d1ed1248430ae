import { expect, test, vi } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that ends when the test says so, and what it was given. */
function controlled() {
  const begun: { readonly wishes: readonly string[]; readonly end: (error?: Error) => void }[] = [];
  const idle = vi.fn();
  const ask = createTurns<string, string>(
    (wishes) =>
      new Promise((resolve, reject) => {
        begun.push({
          wishes: [...wishes],
          end: (error) => (error === undefined ? resolve(wishes.join(' ')) : reject(error)),
        });
      }),
    idle,
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, ask, settle, idle };
}

test('questions of one moment share one turn; those that come while it goes on share the next', async () => {
  const { begun, ask, settle, idle } = controlled();
  const first = Promise.all([ask('a'), ask('b')]);
  await settle();
  expect(begun.map(({ wishes }) => wishes)).toEqual([['a', 'b']]);
  const second = Promise.all([ask('c'), ask('d')]);
  await settle();
  // What is under way may have been read before they were asked.
  expect(begun).toHaveLength(1);
  begun[0]?.end();
  expect(await first).toEqual(['a b', 'a b']);
  await settle();
  expect(begun.map(({ wishes }) => wishes)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(idle).not.toHaveBeenCalled();
  begun[1]?.end();
  expect(await second).toEqual(['c d', 'c d']);
  await settle();
  expect(idle).toHaveBeenCalledOnce();
});

test('a turn that fails fails its own questions, and the next goes on', async () => {
  const { begun, ask, settle } = controlled();
  const first = ask('a');
  await settle();
  const second = ask('b');
  begun[0]?.end(new Error('the database is away'));
  await expect(first).rejects.toThrow('the database is away');
  await settle();
  begun[1]?.end();
  expect(await second).toBe('b');
});
