import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type DefinitionNode, parse } from 'graphql';

const root = new URL('../../', import.meta.url);

/** A subgraph to compose: its name, what it states itself, and that with the common definitions in front. */
export interface Part {
  readonly name: string;
  readonly own: readonly DefinitionNode[];
  readonly definitions: readonly DefinitionNode[];
}

export const commonSdl = (): string => readFileSync(new URL('schema/common.graphql', root), 'utf8');

export function partOf(name: string, sdl: string): Part {
  const own = parse(sdl).definitions;
  return { name, own, definitions: [...parse(commonSdl()).definitions, ...own] };
}

/** The folders of `subgraphs/` that hold a subgraph (the others are libraries), and the profile inside the gateway. */
export function partsOfRepository(): Part[] {
  const parts = mountedNames().map((name) =>
    partOf(name, readFileSync(new URL(`subgraphs/${name}/schema.graphql`, root), 'utf8')),
  );
  return [...parts, partOf('profile', readFileSync(new URL('gateway/src/profile/schema.graphql', root), 'utf8'))];
}

/** Names of the subgraphs to mount, in alphabetical order. */
export const mountedNames = (): string[] =>
  readdirSync(new URL('subgraphs/', root))
    .filter((name) => existsSync(new URL(`subgraphs/${name}/schema.graphql`, root)))
    .sort();
