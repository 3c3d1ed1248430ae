import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

test('parts that follow each other come to rest: once all is folded no journal moves', async () => {
  const story = await tellStory(system);
  const id = await story.contact({ email: 'ada@example.com' });
  await story.merge(id, await story.contact({ mobile: '+15125550123' }));
  await story.emailEvent('stranger@example.com', 'open');
  const revs = async () => {
    const heads = await Promise.all(system.parts.map((part) => part.journal.heads(0)));
    return JSON.stringify(heads.map((list) => list.map(({ account, rev }) => [account, rev])));
  };
  let before = '';
  await expect
    .poll(
      async () => {
        const [last, now] = [before, await revs()];
        before = now;
        return last === now;
      },
      { interval: 300, timeout: 5_000 },
    )
    .toBe(true);
  const settled = await revs();
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await revs()).toBe(settled);
});
