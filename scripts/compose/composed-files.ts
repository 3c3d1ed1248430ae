import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, parse, validate } from 'graphql';
import type { Composed } from './compose.ts';
import { manifestOf } from './known-documents.ts';
import { mountedNames } from './parts.ts';

const root = new URL('../../', import.meta.url);

/** The files that follow from a composition: the supergraph, the APIs, the known documents and the list of subgraphs to mount. */
export function composedFiles({ supergraphSdl, apiSdl, partnerSdl }: Composed): { write: () => void } {
  const documents = manifestOf(checkedOperations(apiSdl));
  return {
    write: () => {
      writeFileSync(new URL('schema/supergraph.graphql', root), `${supergraphSdl.trim()}\n`);
      writeFileSync(new URL('schema/api.graphql', root), `${apiSdl.trim()}\n`);
      writeFileSync(new URL('schema/partner.graphql', root), `${partnerSdl.trim()}\n`);
      writeFileSync(new URL('schema/documents.json', root), `${JSON.stringify(documents, null, 2)}\n`);
      writeFileSync(new URL('gateway/src/mounts.ts', root), mountList(mountedNames()));
    },
  };
}

/** Documents users rely on, which must stay valid. @throws Error naming the document and what became wrong */
function checkedOperations(apiSdl: string): DocumentNode[] {
  const schema = buildSchema(apiSdl, { assumeValidSDL: true });
  const folder = new URL('schema/operations/', root);
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const document = parse(readFileSync(new URL(file, folder), 'utf8'));
      const errors = validate(schema, document);
      if (errors.length > 0)
        throw new Error(`schema/operations/${file}: ${errors.map((error) => error.message).join('; ')}`);
      return document;
    });
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
