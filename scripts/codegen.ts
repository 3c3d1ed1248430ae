import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { compose } from './compose/compose.ts';
import { partsOfRepository } from './compose/parts.ts';

const generated = new URL('../schema/generated/', import.meta.url);

const scalars = {
  ID: { input: 'string', output: 'string' },
  DateTime: { input: 'Date', output: 'Date' },
  Duration: { input: 'string', output: 'string' },
  JSON: { input: 'unknown', output: 'unknown' },
  ChannelName: { input: 'string', output: 'string' },
  ContactBits: { input: 'string', output: 'string | { readonly toJSON: () => string }' },
  Words: { input: 'string', output: 'string | { readonly toJSON: () => string }' },
  IdentifierKind: { input: 'string', output: 'string' },
};

/** Where the sources of a part lie, as seen from the generated folder. */
const sourcesOf = (part: string): string =>
  part === 'profile' ? '../../gateway/src/profile' : `../../subgraphs/${part}/src`;

/** What fields of a type are resolved from is the part's own choice: a `<Type>Model` exported by its `models.ts`. */
function mappersOf(part: string): Record<string, string> {
  const models = `${sourcesOf(part)}/models.ts`;
  const file = new URL(models, generated);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const names = [...text.matchAll(/^export (?:interface|type) (\w+)Model\b/gm)].flatMap(([, name]) => name ?? []);
  return Object.fromEntries(names.map((name) => [name, `${models}#${name}Model`]));
}

const contextOf = (part: string): string => {
  const context = `${sourcesOf(part)}/context.ts`;
  return existsSync(new URL(context, generated)) ? `${context}#Context` : 'unknown';
};

for (const [name, sdl] of Object.entries(compose(partsOfRepository()).subgraphSdl)) {
  const file = new URL(`${name}.ts`, generated);
  const content = await codegen({
    filename: file.pathname,
    schema: parse(sdl),
    documents: [],
    config: {},
    plugins: [
      {
        typescript: {
          scalars,
          enumsAsTypes: true,
          useTypeImports: true,
          immutableTypes: true,
          skipTypename: true,
          federation: true,
        },
      },
      {
        resolvers: {
          federation: true,
          useTypeImports: true,
          defaultMapper: 'Partial<{T}>',
          mappers: mappersOf(name),
          contextType: contextOf(name),
          noSchemaStitching: true,
        },
      },
    ],
    pluginMap: { typescript, resolvers },
  });
  writeFileSync(file, `// Written by the codegen step out of the SDL.\n${content}`);
}
