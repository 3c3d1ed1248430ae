import type { Connection } from '@ucp/kit/connection';
import type { CreateSubgraph, Subgraph, SubgraphOptions } from '@ucp/kit/subgraph';
import { mounts } from '../mounts.ts';
import { createProfile, type Profile } from '../profile/profile.ts';

export interface MountedParts {
  readonly parts: readonly Subgraph[];
  readonly profile: Profile;
  readonly stop: () => Promise<void>;
}

/** Makes and starts subgraphs in this process, profile too, each on its own database, each following the others' journals. */
export async function mountParts(
  options: Omit<SubgraphOptions, 'databaseUrl' | 'observe'> & {
    readonly databaseUrlOf: (part: string) => string;
    readonly supergraphSdl: string;
    /** Told each SQL statement of each part. */
    readonly observe?: (part: string, text: string) => void;
    /** Told each part when its database is migrated. */
    readonly mounted?: (part: string) => void;
    /** False: parts follow each other only when an answer waits for it. Default true. */
    readonly background?: boolean;
    /** Default: the subgraphs of the repository. */
    readonly creators?: Readonly<Record<string, CreateSubgraph>>;
    /** The parts that run in other processes. Default: none do. */
    readonly remote?: readonly Connection[];
  },
): Promise<MountedParts> {
  const { databaseUrlOf, observe, mounted, background = true, creators = mounts, remote = [], ...common } = options;
  const parts = await Promise.all(
    Object.entries(creators).map(async ([name, create]) => {
      const part = await create({
        ...common,
        databaseUrl: databaseUrlOf(name),
        observe: observe === undefined ? undefined : (text) => observe(name, text),
      });
      mounted?.(name);
      return part;
    }),
  );
  const profile = await createProfile({
    ...common,
    parts: [...parts, ...remote],
    databaseUrl: databaseUrlOf('profile'),
    observe: observe === undefined ? undefined : (text) => observe('profile', text),
  });
  for (const part of parts) {
    for (const other of [...parts, ...remote, profile]) if (other !== part) part.meet(other);
  }
  if (background) {
    await Promise.all(parts.map((part) => part.start()));
    profile.start();
  }
  return {
    parts,
    profile,
    stop: async () => {
      // First everybody rests: who works and follows to its end asks parts that still answer.
      await profile.rest();
      await Promise.all(parts.map((part) => part.rest()));
      await Promise.all(parts.map((part) => part.stop()));
      await profile.stop();
    },
  };
}
