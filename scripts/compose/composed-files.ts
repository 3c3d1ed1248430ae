import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import type { Composed } from './compose.ts';
import { mountedNames } from './parts.ts';

const root = new URL('../../', import.meta.url);

/** The files that follow from a composition: the supergraph, the API and the list of subgraphs to mount. */
export function composedFiles({ supergraphSdl, apiSdl }: Composed): { write: () => void } {
  checkOperations(apiSdl);
  return {
    write: () => {
      writeFileSync(new URL('schema/supergraph.graphql', root), `${supergraphSdl.trim()}\n`);
      writeFileSync(new URL('schema/api.graphql', root), `${apiSdl.trim()}\n`);
      writeFileSync(new URL('gateway/src/mounts.ts', root), mountList(mountedNames()));
    },
  };
}

/** Documents users rely on must stay valid. @throws Error naming the document and what became wrong */
function checkOperations(apiSdl: string): void {
  const schema = buildSchema(apiSdl, { assumeValidSDL: true });
  const folder = new URL('schema/operations/', root);
  for (const file of readdirSync(folder).sort()) {
    const errors = validate(schema, parse(readFileSync(new URL(file, folder), 'utf8')));
    if (errors.length > 0)
      throw new Error(`schema/operations/${file}: ${errors.map((error) => error.message).join('; ')}`);
  }
}

const capitalised = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const mountList = (names: readonly string[]): string => {
  // In the order the formatter keeps, so that neither undoes the other.
  const imports = [
    ...names.map((name) => [`@ucp/${name}`, `import { create${capitalised(name)} } from '@ucp/${name}';`]),
    ['@ucp/kit/subgraph', "import type { CreateSubgraph } from '@ucp/kit/subgraph';"],
  ].sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return `// Written by the compose step: the subgraphs that run in the gateway's process.
${imports.map(([, line]) => line).join('\n')}

export const mounts: Readonly<Record<string, CreateSubgraph>> = {
${names.map((name) => `  ${name}: create${capitalised(name)},`).join('\n')}
};
`;
};
