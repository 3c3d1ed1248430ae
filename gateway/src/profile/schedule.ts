import type { Logger } from '@ucp/kit/log';

/** How often what has become due is looked for, in milliseconds. */
const interval = 2_000;

export interface Schedule {
  readonly start: () => void;
  /** Resolves when what was being done is done. */
  readonly stop: () => Promise<void>;
}

/**
 * Does again and again what is due. Every gateway does; of several one is given each.
 * @param work is told whether it may go on: once it is to stop it may not
 */
export function createSchedule(what: string, work: (goesOn: () => boolean) => Promise<void>, log: Logger): Schedule {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const round = () => {
    running = work(() => !stopped)
      .catch((error: unknown) => log.warn({ err: error }, `due ${what} could not be looked for`))
      .then(() => {
        if (!stopped) timer = setTimeout(round, interval).unref();
      });
  };
  return {
    start: round,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
