import type { Definitions } from '../definitions.ts';
import type { Definition } from '../domain/definition.ts';
import type { VersionKey } from '../store/workflow-versions.ts';

export const versionKey = ({ workflowNo, version }: VersionKey): string => `${workflowNo}:${version}`;

/** What many versions do, by `versionKey`. Absent: there is no such version, or another system ran it. */
export async function definitionsByKey(
  definitions: Definitions,
  account: number,
  keys: readonly VersionKey[],
): Promise<ReadonlyMap<string, Definition>> {
  const wanted = new Map(keys.map((key) => [versionKey(key), key]));
  const found = await Promise.all(
    [...wanted].map(async ([name, { workflowNo, version }]) => {
      const definition = await definitions.of(account, workflowNo, version);
      return definition === null ? [] : [[name, definition] as const];
    }),
  );
  return new Map(found.flat());
}
