import type { Way } from './go-on.ts';
import type { WaitsFor } from './step-outcome.ts';

/** Milliseconds between attempts at what could not be asked: a part that is restarted is asked soon, one that is down is not hammered. */
const pauses = { shortest: 2_000, longest: 60_000 } as const;

/** Milliseconds until the next attempt. @param failures how often it failed in a row */
export const pauseAfter = (failures: number): number => Math.min(pauses.longest, pauses.shortest * 2 ** (failures - 1));

/**
 * When one is tried again that fails while others of its step do not: after as long as it has stood there, so that the pauses double
 * by themselves.
 */
export const laterAlone = ({ standing }: Way, now: Date): Date => {
  const stood = now.getTime() - standing.since.getTime();
  return new Date(now.getTime() + Math.min(pauses.longest, Math.max(pauses.shortest, stood)));
};

/** What somebody waits for meanwhile who is tried again later: what happens until then is not lost. */
export function waitsForMeanwhile({ standing, definition }: Way): WaitsFor | null {
  const step = definition.steps.find(({ key }) => key === standing.step);
  if (step?.is === 'WAIT_UNTIL') return step.awaited.is === 'FILTER' ? 'FILTER' : 'EVENT';
  return step?.is === 'SEND' && !standing.hasArrived ? 'SEND' : null;
}
