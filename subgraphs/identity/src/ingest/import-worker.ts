import type { Logger } from '@ucp/kit/log';

/** Without being woken the worker looks after this many milliseconds: an import may wait from before a crash. */
const poll = 2_000;

export interface ImportWorker {
  readonly wake: () => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** Works off imports, a batch at a time, until there are none. @param batch resolves to whether there was anything to do */
export function createImportWorker(batch: () => Promise<boolean>, log: Logger): ImportWorker {
  let stopped = false;
  let loop: Promise<void> = Promise.resolve();
  let resume: () => void = () => {};
  // Who wakes it while it looks has news that it may have missed.
  let woken = false;

  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, poll);
      resume = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async () => {
    while (!stopped) {
      woken = false;
      try {
        if (await batch()) continue;
      } catch (error) {
        log.warn(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'an import batch failed, trying again',
        );
      }
      if (!stopped && !woken) await sleep();
    }
  };

  return {
    wake: () => {
      woken = true;
      resume();
    },
    start: () => {
      loop = work();
    },
    stop: async () => {
      stopped = true;
      resume();
      await loop;
    },
  };
}
