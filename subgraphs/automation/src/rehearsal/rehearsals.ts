import { groupBy } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import type { BehaviorEvent } from '../domain/event.ts';
import type { Rehearsal } from '../domain/rehearsal/summary.ts';
import type { Past } from '../peers/past.ts';
import type { People } from '../peers/peers.ts';
import { type BehaviorRow, behaviorsOf, behaviorTimes } from '../store/behaviors.ts';
import { type RehearsalSources, type Rehearsed, rehearse } from './rehearse.ts';

/** Rehearses by the clock of the database, with what automation itself knows of the past. */
export function createRehearsals(
  db: Database,
  people: People,
  past: Past,
): (account: number, workflow: Rehearsed, over: string) => Promise<Rehearsal> {
  const sources: Omit<RehearsalSources, 'spent'> = {
    past,
    people,
    behaviorTimes: (...asked) => behaviorTimes(db, ...asked),
    behaviorsOf: async (account, contactNos, names, most) => {
      const rows = await behaviorsOf(db, account, contactNos, most, null, names);
      return new Map([...groupBy(rows, ({ asked }) => asked)].map(([no, own]) => [no, own.map(eventOf)] as const));
    },
  };
  return async (account, workflow, over) => {
    const began = performance.now();
    const spent = (): number => performance.now() - began;
    return rehearse({ ...sources, spent }, account, workflow, over, await db.transaction(async ({ now }) => now));
  };
}

const eventOf = ({ name, at, properties }: BehaviorRow): BehaviorEvent => ({
  is: 'BEHAVIOR',
  name,
  at,
  properties,
  identifierKind: '',
  identifierValue: '',
});
