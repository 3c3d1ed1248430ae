import type { Logger } from '@ucp/kit/log';
import type { Campaigns } from './campaigns.ts';

/** How often campaigns whose time has come are looked for, in milliseconds. */
const interval = 2_000;

export interface Schedule {
  readonly start: () => void;
  /** Resolves when what was being begun is begun. */
  readonly stop: () => Promise<void>;
}

/** Begins campaigns when their time comes. Every gateway does; of several one is given each. */
export function createSchedule(campaigns: Campaigns, log: Logger): Schedule {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const round = () => {
    running = campaigns
      .beginDue()
      .catch((error: unknown) => log.warn({ err: error }, 'due campaigns could not be looked for'))
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
