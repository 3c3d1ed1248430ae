import type { Database } from '@ucp/kit/database';
import type { Definition } from '../domain/definition.ts';
import { readDefinition } from '../domain/read-definition.ts';
import { definitionsOf, type VersionKey } from '../store/workflow-versions.ts';

/** Versions that are kept in memory over all accounts; the oldest are read again. */
const kept = 2_000;

/** What versions do that were published once, and that therefore never change. */
export interface Definitions {
  /** By `workflowNo:version`. Absent: there is no such version, or another system ran it. */
  readonly of: (account: number, keys: readonly VersionKey[]) => Promise<ReadonlyMap<string, Definition>>;
}

export const versionKey = ({ workflowNo, version }: VersionKey): string => `${workflowNo}:${version}`;

export function createDefinitions(db: Database): Definitions {
  const known = new Map<string, Definition>();
  return {
    of: async (account, keys) => {
      const wanted = new Map(keys.map((key) => [versionKey(key), key]));
      const missing = [...wanted].flatMap(([name, key]) => (known.has(`${account}:${name}`) ? [] : [key]));
      for (const row of missing.length === 0 ? [] : await definitionsOf(db, account, missing)) {
        if (row.definition === null || row.state === 'DRAFT') continue;
        known.set(`${account}:${versionKey(row)}`, readDefinition(row.definition));
      }
      const found = [...wanted.keys()].flatMap((name) => {
        const definition = known.get(`${account}:${name}`);
        return definition === undefined ? [] : [[name, definition] as const];
      });
      for (const name of known.keys()) {
        if (known.size <= kept) break;
        known.delete(name);
      }
      return new Map(found);
    },
  };
}
