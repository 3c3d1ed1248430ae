import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { JournalHead } from './journal.ts';
import { watchJournal } from './journal-watch.ts';
import { createLog } from './log.ts';

const log = createLog('journal watch', 'silent');

/** A journal that tells of changes as a part does: whoever does not wait is not told. */
function journalInMemory() {
  const heads: JournalHead[] = [];
  let waiting: (() => void)[] = [];
  return {
    heads: async () => {
      const seen = [...heads];
      await sleep(50);
      return seen;
    },
    change: (wait: number) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, wait).unref();
        waiting.push(resolve);
      }),
    commit: (account: number) => {
      heads.push({ account, rev: 1, changedAt: 0 });
      for (const resume of waiting) resume();
      waiting = [];
    },
  };
}

const startedOn = (journal: ReturnType<typeof journalInMemory>, pause?: number) => {
  const looks: number[] = [];
  const watch = watchJournal({
    part: 'other',
    journal,
    log,
    take: async (heads) => void looks.push(heads.length),
    ...(pause === undefined ? {} : { pause }),
  });
  watch.start();
  return { looks, watch };
};

test('what is committed while heads are read is looked at at once', async () => {
  const journal = journalInMemory();
  const { looks, watch } = startedOn(journal);
  await sleep(20);
  journal.commit(1);
  await expect.poll(() => looks, { timeout: 500, interval: 10 }).toEqual([0, 1]);
  await watch.stop();
});

test('however much is committed, from one look to the next there is a pause', async () => {
  const journal = journalInMemory();
  const { looks, watch } = startedOn(journal, 200);
  for (let account = 1; account <= 60; account++) {
    journal.commit(account);
    await sleep(10);
  }
  await expect.poll(() => looks.at(-1), { timeout: 900, interval: 10 }).toBe(60);
  expect(looks.length).toBeLessThanOrEqual(6);
  await watch.stop();
});

test('it stops at once, whatever it waits for', async () => {
  const journal = journalInMemory();
  const never = new Promise<never>(() => {});
  for (const waitingFor of [
    { ...journal, heads: () => never },
    { ...journal, change: () => never },
  ]) {
    const { watch } = startedOn(waitingFor);
    await sleep(100);
    const before = performance.now();
    await watch.stop();
    expect(performance.now() - before).toBeLessThan(100);
  }
});
