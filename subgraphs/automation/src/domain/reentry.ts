import { after, parseDuration } from '@ucp/kit/duration';
import type { Reentry } from './definition.ts';

/** How a person was in a workflow, under any of the contacts they are made of. */
export interface WorkflowHistory {
  readonly isInside: boolean;
  readonly lastEnteredAt: Date;
}

/** Why somebody may not enter, in one sentence; null: they may. @param history null: they never were in it */
export function keptOut(reentry: Reentry, history: WorkflowHistory | null, now: Date): string | null {
  if (history === null) return null;
  if (history.isInside) return 'The contact is in the workflow already.';
  if (reentry.after === null) return 'The contact was in the workflow before, and nobody enters twice.';
  const from = after(history.lastEnteredAt, parseDuration(reentry.after));
  return from <= now ? null : `The contact may enter again from ${from.toISOString()}.`;
}
