import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('work of one key is done one after another, whatever becomes of what came before; that of another key beside it', async () => {
  const turns = createTurns();
  const happened: string[] = [];
  const work = (name: string, pause: number) => async (hasWaited: boolean) => {
    happened.push(`${name} begins${hasWaited ? ', after another' : ''}`);
    await sleep(pause);
    happened.push(`${name} ends`);
    if (name === 'first') throw new Error('of the first');
    return name;
  };
  const first = turns(1, work('first', 60));
  const second = turns(1, work('second', 0));
  const other = turns(2, work('other', 0));
  await expect(first).rejects.toThrow('of the first');
  expect([await second, await other]).toEqual(['second', 'other']);
  expect(happened).toEqual([
    'first begins',
    'other begins',
    'other ends',
    'first ends',
    'second begins, after another',
    'second ends',
  ]);
  expect(await turns(1, async (hasWaited) => hasWaited)).toBe(false);
});
