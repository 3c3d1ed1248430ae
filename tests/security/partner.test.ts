import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  graphqlSync,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { literalOf, required, selectionOf, waysIntoInputs, waysTo } from '../kit/coordinates.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type Answer, type System, startSystem } from '../kit/system.ts';

const schemaOf = (file: string): GraphQLSchema =>
  buildSchema(readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8'), { assumeValidSDL: true });
const api = schemaOf('api.graphql');
const partner = schemaOf('partner.graphql');

let system: System;
let story: Story;
let id: string;

beforeAll(async () => {
  // Where servers hide their schema by preset.
  vi.stubEnv('NODE_ENV', 'production');
  system = await startSystem();
  story = await tellStory(system);
  id = await story.contact({ email: 'ada@example.com' }, { mobile: '+15125550123' });
});
afterAll(async () => {
  await system.stop();
  vi.unstubAllEnvs();
});

async function ask(query: string, variables = {}, key = story.keys.PARTNER, path = '/partner/graphql') {
  const response = await fetch(`${system.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const answer: Pick<Answer, 'data' | 'errors'> = Object(await response.json());
  return { ...answer, status: response.status };
}

/** That a document is refused because of a name that is not there. */
async function expectUnknown(document: string, words: string): Promise<void> {
  const { status, data, errors } = await ask(document);
  expect([document, status, data], words).toEqual([document, 400, undefined]);
  expect(errors?.map(({ extensions }) => extensions.code)).toContain('BAD_USER_INPUT');
  expect(errors?.map(({ message }) => message).join('\n')).toContain(words);
}

/** That a document is understood and a partner's key has the scopes for it, whatever comes of it. */
async function expectKnown(document: string): Promise<void> {
  const { status, errors } = await ask(document);
  expect([document, status, status === 200 ? undefined : errors]).toEqual([document, 200, undefined]);
  const forbidden = errors?.filter(({ extensions }) => extensions.code === 'FORBIDDEN') ?? [];
  expect([document, forbidden]).toEqual([document, []]);
}

describe('at /partner/graphql', () => {
  test('of all fields and arguments of the graph the tagged ones answer, and no other is known', async () => {
    const ways = waysTo(partner);
    let [answered, refused] = [0, 0];
    for (const type of Object.values(api.getTypeMap())) {
      if (type.name.startsWith('__') || (!isObjectType(type) && !isInterfaceType(type))) continue;
      const [around, told] = [ways.get(type.name), partner.getType(type.name)];
      if (around === undefined || (!isObjectType(told) && !isInterfaceType(told))) {
        await expectUnknown(
          `{ contacts { nodes { ... on ${type.name} { __typename } } } }`,
          `Unknown type "${type.name}"`,
        );
        refused++;
        continue;
      }
      for (const field of Object.values(type.getFields())) {
        const known = told.getFields()[field.name];
        if (known === undefined) {
          const words = `Cannot query field "${field.name}" on type "${type.name}"`;
          await expectUnknown(around(selectionOf(field)), words);
          refused++;
          continue;
        }
        await expectKnown(around(selectionOf(known)));
        answered++;
        for (const argument of field.args) {
          const given = required(known, `${argument.name}: ${literalOf(argument.type)}`);
          const document = around(selectionOf(known, given));
          if (known.args.some(({ name }) => name === argument.name)) await expectKnown(document);
          else
            await expectUnknown(document, `Unknown argument "${argument.name}" on field "${type.name}.${field.name}"`);
        }
      }
    }
    expect(answered).toBeGreaterThan(150);
    expect(refused).toBeGreaterThan(250);
  }, 120_000);

  test('of all inputs the tagged fields are known, and of all enums the tagged values', async () => {
    const ways = waysIntoInputs(partner);
    for (const type of Object.values(api.getTypeMap())) {
      if (type.name.startsWith('__') || (!isInputObjectType(type) && !isEnumType(type))) continue;
      const told = partner.getType(type.name);
      if (told === undefined) {
        await expectUnknown(`query ($v: ${type.name}) { contact(id: $v) { id } }`, `Unknown type "${type.name}"`);
        continue;
      }
      if (isEnumType(type) && isEnumType(told)) {
        expect(told.getValues().map(({ name }) => name)).toEqual(type.getValues().map(({ name }) => name));
        continue;
      }
      const around = ways.get(type.name);
      if (!isInputObjectType(type) || !isInputObjectType(told) || around === undefined)
        throw new Error(`no way leads to ${type.name}`);
      for (const field of Object.values(type.getFields())) {
        if (Object.hasOwn(told.getFields(), field.name)) continue;
        const words = `Field "${field.name}" is not defined by type "${type.name}"`;
        await expectUnknown(around(`${field.name}: ${literalOf(field.type)}`), words);
      }
    }
  }, 120_000);

  test('a field that is not tagged is unknown by an alias, a fragment, an interface, and a variable', async () => {
    const words = 'Cannot query field "lastEngagedAt" on type';
    await expectUnknown(`{ contact(id: "${id}") { email { status: lastEngagedAt } } }`, words);
    await expectUnknown(
      `{ contact(id: "${id}") { ...C } } fragment C on Contact { email { ...E } } fragment E on EmailProfile { lastEngagedAt }`,
      words,
    );
    await expectUnknown(`{ contact(id: "${id}") { email { ... on ChannelProfile { lastEngagedAt } } } }`, words);
    const archived = await ask(
      'mutation ($input: ContactUpdateInput!) { contactUpdate(input: $input) { contact { id } } }',
      { input: { id, archived: true } },
    );
    expect([archived.status, archived.data, archived.errors?.[0]?.message]).toEqual([
      400,
      undefined,
      expect.stringContaining('Field "archived" is not defined by type "ContactUpdateInput"'),
    ]);
  });

  test('the schema told is the contract, in production too, and to nobody without a key', async () => {
    const document = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true });
    expect((await ask(document)).data).toEqual(graphqlSync({ schema: partner, source: document }).data);
    const { status, errors } = await ask('{ __schema { queryType { name } } }', {}, '');
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('the schema and data are answered together, in the order asked, by alias, fragment and condition', async () => {
    const { data, errors } = await ask(
      `query ($name: String!, $no: Boolean = false) {
        hidden: __type(name: "AuditEntry") { name }
        contact(id: "${id}") { id }
        ...Schema
        __type(name: $name) { fields { name } }
        skipped: __type(name: $name) @include(if: $no) { name }
        __typename
      }
      fragment Schema on Query { s: __schema { queryType { name } } found: contacts(first: 1) { nodes { id } } }`,
      { name: 'TopicPreference' },
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        hidden: null,
        contact: { id },
        s: { queryType: { name: 'Query' } },
        found: { nodes: [{ id }] },
        __type: { fields: [{ name: 'topic' }, { name: 'subscribed' }] },
        __typename: 'Query',
      }),
    );
  });

  test('a key of another role sees the contract too, by its own scopes', async () => {
    const { data, errors } = await ask(`{ contact(id: "${id}") { displayName tags } }`, {}, story.keys.ANALYST);
    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { contact: { displayName: null, tags: [] } },
      ['FORBIDDEN'],
    ]);
  });
});

test('a key of a partner sees the contract at /graphql too, and nothing beside it', async () => {
  const query = (document: string) => ask(document, {}, story.keys.PARTNER, '/graphql');
  expect((await query(`{ contact(id: "${id}") { displayName } }`)).data).toEqual({
    contact: { displayName: 'ada@example.com' },
  });
  const beside = await query(`{ contact(id: "${id}") { timeline { nodes { id } } } }`);
  expect([beside.status, beside.errors?.[0]?.message]).toEqual([
    400,
    expect.stringContaining('Cannot query field "timeline" on type "Contact"'),
  ]);
  expect((await query('{ __type(name: "AudienceFilter") { name } }')).data).toEqual({ __type: null });
  const outbox = (key: string) => fetch(`${system.url}/outbox`, { headers: { authorization: `Bearer ${key}` } });
  expect((await outbox(story.keys.MARKETER)).status).toBe(200);
  expect((await outbox(story.keys.PARTNER)).status).toBe(403);
});
