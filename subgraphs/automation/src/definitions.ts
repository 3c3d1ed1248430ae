import type { Database } from '@ucp/kit/database';
import type { Definition } from './domain/definition.ts';
import { readDefinition } from './domain/read-definition.ts';
import { definitionsOf } from './store/workflow-versions.ts';

/** Versions whose definitions are kept: more than an account has live, and few enough for memory. */
const mostKept = 1_000;

/** What versions of workflows do, read once: a version that was published never changes. */
export interface Definitions {
  /** Null: no such version, or only another system ran it. */
  readonly of: (account: number, workflowNo: number, version: number) => Promise<Definition | null>;
}

/** @param most versions that are kept: those asked for last */
export function createDefinitions(db: Database, most = mostKept): Definitions {
  const kept = new Map<string, Promise<Definition | null>>();
  const read = async (account: number, workflowNo: number, version: number) => {
    const [row] = await definitionsOf(db, account, [{ workflowNo, version }]);
    return {
      definition: row === undefined || row.definition === null ? null : readDefinition(row.definition),
      isLasting: row !== undefined && row.state !== 'DRAFT',
    };
  };
  return {
    of: (account, workflowNo, version) => {
      const key = `${account} ${workflowNo} ${version}`;
      const known = kept.get(key);
      if (known !== undefined) {
        // The one that is asked for moves behind the others: the first is the one that was asked for longest ago.
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const asked = read(account, workflowNo, version).then(
        ({ definition, isLasting }) => {
          // A draft may be another one the next time.
          if (!isLasting) kept.delete(key);
          return definition;
        },
        (error: unknown) => {
          kept.delete(key);
          throw error;
        },
      );
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(key, asked);
      return asked;
    },
  };
}
