import type { Database } from '@ucp/kit/database';
import type { Definitions } from '../definitions.ts';
import { filtersOf } from '../domain/asked-ahead.ts';
import type { Definition, Filter } from '../domain/definition.ts';
import type { Peers } from '../peers/peers.ts';
import { addLaneJobs } from '../store/lanes.ts';
import { versionsWatched, wakeWatched } from '../store/watched.ts';
import type { VersionKey } from '../store/workflow-versions.ts';
import { definitionsByKey, versionKey } from './definitions.ts';

/** Enrollments that are woken in one transaction. */
const most = 5_000;

interface Watched {
  readonly key: VersionKey;
  /** Null: a goal or an exit rule. */
  readonly step: string | null;
  readonly filter: Filter;
}

/**
 * Asks filters of a whole account that may come true without anything happening to an enrollment, and has those be looked at who
 * match: whether they really leave or go on is decided there, by the same question.
 */
export type Watch = (account: number) => Promise<void>;

export const createWatch =
  (db: Database, definitions: Definitions, peers: Peers): Watch =>
  async (account) => {
    const keys = await versionsWatched(db, account);
    const found = await definitionsByKey(definitions, account, keys);
    const watched = keys.flatMap((key) => watchedOf(key, found.get(versionKey(key))));
    if (watched.length === 0) return;
    const answers = await peers.filters.matches(
      account,
      watched.map(({ filter }) => filter),
      null,
    );
    for (const [i, { key, step }] of watched.entries()) {
      const contacts = answers[i] ?? null;
      if (contacts === null || contacts.length === 0) continue;
      for (let woken = most; woken === most; ) {
        woken = await wakeWatched(db, account, key, step, contacts, most);
        if (woken > 0) await addLaneJobs({ query: db.write }, account, woken);
      }
    }
  };

function watchedOf(key: VersionKey, definition: Definition | undefined): Watched[] {
  if (definition === undefined) return [];
  const rules = [definition.goal, definition.exit].flatMap((filter) =>
    filter === null ? [] : [{ key, step: null, filter }],
  );
  const waits = definition.steps.flatMap((step) =>
    step.is === 'WAIT_UNTIL' ? filtersOf(step).map((filter) => ({ key, step: step.key, filter })) : [],
  );
  return [...rules, ...waits];
}
