import type { Logger } from '@ucp/kit/log';

/** How often what has become due is looked for at least, in milliseconds. */
export const interval = 2_000;
/** Milliseconds from one look to the next at least: what is due may be another process's by now. */
const least = 50;

export interface Schedule {
  readonly start: () => void;
  /** Looks now: something has become due. */
  readonly wake: () => void;
  /** Resolves when what was being done is done. */
  readonly stop: () => Promise<void>;
}

/**
 * Does again and again what is due. Every gateway does; of several one is given each.
 * @param work is told whether it may go on: once it is to stop it may not. Resolves with the milliseconds after which something is due
 * again, where it knows
 * @param every milliseconds after which it looks by itself
 */
export function createSchedule(
  what: string,
  work: (goesOn: () => boolean) => Promise<number | null>,
  log: Logger,
  every = interval,
): Schedule {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let woken = false;
  const round = () => {
    timer = undefined;
    woken = false;
    running = work(() => !stopped)
      .catch((error: unknown) => {
        log.warn({ err: error }, `due ${what} could not be looked for`);
        return null;
      })
      .then((next) => {
        const wait = woken ? 0 : Math.max(next ?? every, least);
        if (!stopped) timer = setTimeout(round, Math.min(wait, every)).unref();
      });
  };
  return {
    start: round,
    wake: () => {
      woken = true;
      if (timer === undefined) return;
      clearTimeout(timer);
      round();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      await running;
    },
  };
}
