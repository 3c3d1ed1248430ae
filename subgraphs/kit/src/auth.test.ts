import { expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { healthy } from './health.ts';
import { createLog } from './log.ts';
import { type BaseContext, createAnswers, schemaOf } from './subgraph.ts';

const common = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://ucp.dev/auth/v1.0", import: ["@auth"]) @composeDirective(name: "@auth")
  directive @auth(scopes: [String!]!) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION`;
const own = `
  interface Named { name: String }
  type Person implements Named @key(fields: "id") { id: ID! name: String @auth(scopes: ["pii:read"]) }
  input By { id: ID email: String @auth(scopes: ["pii:read"]) }
  type Query {
    person(by: By, search: String @auth(scopes: ["pii:read"])): Person @auth(scopes: ["contacts:read"])
  }`;

const resolved: string[] = [];
const answers = createAnswers<BaseContext>({
  name: 'people',
  schema: schemaOf(common, own, {
    Query: { person: () => ({ id: '1', name: 'Ada' }) },
    Person: {
      __resolveReference: (reference: object) => ({ ...reference, name: 'Ada' }),
      name: (person: { name: string }) => {
        resolved.push(person.name);
        return person.name;
      },
    },
  }),
  contextOf: (base) => base,
  doors: [],
  journal: {
    heads: async () => [],
    after: async (_account, rev) => ({ rev, entries: [], more: false }),
    change: async () => {},
  },
  followers: [],
  health: async () => healthy('people'),
  log: createLog('people', 'silent'),
});

const ask = async (query: string, scopes: readonly string[], variables: Record<string, unknown> = {}) => {
  resolved.length = 0;
  const caller: Caller = { account: 1, actor: 'key:1', role: 'TEST', scopes, requestId: 'r', origin: null, revs: {} };
  const { data, errors } = await answers.execute({ query, variables }, caller);
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    codes: (errors ?? []).map((error) => error.extensions.code),
  };
};

test('a field without its scope is null with FORBIDDEN, and its resolver does not run', async () => {
  expect(await ask('{ person { id name } }', ['contacts:read'])).toEqual({
    data: { person: { id: '1', name: null } },
    codes: ['FORBIDDEN'],
  });
  expect(resolved).toEqual([]);
});

test('with the scope it is there', async () => {
  expect((await ask('{ person { name } }', ['contacts:read', 'pii:read'])).data).toEqual({ person: { name: 'Ada' } });
});

test.each([
  ['an alias', '{ person { x: name } }', {}],
  ['a fragment', '{ person { ...f } } fragment f on Person { name }', {}],
  ['an interface', '{ person { ... on Named { name } } }', {}],
  ['an entity', '{ _entities(representations: [{ __typename: "Person", id: "1" }]) { ... on Person { name } } }', {}],
])('%s is no way around', async (_way, query, variables) => {
  const { codes } = await ask(query, ['contacts:read'], variables);
  expect(codes).toEqual(['FORBIDDEN']);
  expect(resolved).toEqual([]);
});

test('a guarded argument and a guarded input field may not be given, literally or by a variable', async () => {
  const scopes = ['contacts:read'];
  expect((await ask('{ person(search: "a") { id } }', scopes)).codes).toEqual(['FORBIDDEN']);
  expect((await ask('{ person(by: { email: "a" }) { id } }', scopes)).codes).toEqual(['FORBIDDEN']);
  expect((await ask('query ($by: By) { person(by: $by) { id } }', scopes, { by: { email: 'a' } })).codes).toEqual([
    'FORBIDDEN',
  ]);
  expect((await ask('query ($by: By) { person(by: $by) { id } }', scopes, { by: { id: '1' } })).codes).toEqual([]);
});
