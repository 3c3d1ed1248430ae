import { readFileSync } from 'node:fs';
import { scopesOf } from '@ucp/kit/auth';
import { serviceCaller } from '@ucp/kit/caller';
import { createHttpServer } from '@ucp/kit/http-server';
import { createSecret } from '@ucp/kit/secret';
import { testSecret } from '@ucp/kit/testing/part';
import { createTokens, hashOf } from '@ucp/kit/token';
import { buildASTSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operation, operations } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type Roles, type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
let id: string;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  id = await story.contact({ email: 'ada@example.com' }, { mobile: '+15125550123' });
  await story.emailEvent('ada@example.com', 'click', { url: 'https://example.com/secret' });
});
afterAll(() => system.stop());

describe('a key', () => {
  test.each([undefined, '', 'Bearer', 'Bearer ucp_wrong', 'Basic dXNlcjpwYXNz'])(
    'is demanded: %j is refused with 401 before anything runs',
    async (authorization) => {
      const response = await fetch(`${system.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: JSON.stringify({ query: '{ account { id } }' }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED', retryable: false } }],
      });
    },
  );

  test.each([
    ['without a key', {}, '{"query":"{ account { id } }"}', 401],
    ['that is no JSON', null, '{', 400],
    ['without a document', null, '{"variables":{}}', 400],
    ['with a mistake in its document', null, '{"query":"{ accountt { id } }"}', 400],
    ['that cannot be answered in a type it takes', { accept: 'text/csv' }, '{"query":"{ account { id } }"}', 406],
  ])('a request %s is told its own id', async (_what, headers, body, status) => {
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': 'asked-by-a-test',
        ...(headers !== null && !('accept' in headers) ? {} : { authorization: `Bearer ${story.keys.ADMIN}` }),
        ...headers,
      },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain('"requestId":"asked-by-a-test"');
  });

  test('a field without its scope is null with FORBIDDEN, in the order asked, by alias and by fragment too', async () => {
    const document = `query ($id: ID!) { contact(id: $id) { id name: displayName ...Rest email { status } } }
      fragment Rest on Contact { displayName tags compliance { lawfulBasis } identifiers { value kind } }`;
    const { data, errors } = await system.ask(story.keys.ANALYST, document, { id });
    expect(Object.keys(data.contact)).toEqual([
      'id',
      'name',
      'displayName',
      'tags',
      'compliance',
      'identifiers',
      'email',
    ]);
    expect(data.contact).toMatchObject({ id, name: null, displayName: null, tags: [], email: { status: 'NORMAL' } });
    expect(data.contact.identifiers).toEqual([
      { value: null, kind: 'EMAIL' },
      { value: null, kind: 'MOBILE' },
    ]);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['contact', 'name'], 'FORBIDDEN'],
      [['contact', 'displayName'], 'FORBIDDEN'],
      [['contact', 'identifiers', 0, 'value'], 'FORBIDDEN'],
    ]);
  });

  test('what may not be read may not be searched by either', async () => {
    const search = await system.ask(story.keys.ANALYST, '{ contacts(search: "ada") { nodes { id } } }');
    expect(search).toMatchObject({ data: { contacts: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    const find = await system.ask(story.keys.ANALYST, operation('find-contact', 'FindContact'), {
      by: { email: 'ada@example.com' },
    });
    expect(find).toMatchObject({
      data: { contactByIdentifier: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test('of every role but PARTNER, which has a contract of its own, gets no guarded field of the profile whose scopes it lacks', async () => {
    const schema = buildASTSchema(
      parse(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')),
      { assumeValid: true },
    );
    const guarded = Object.entries(Object(schema.getType('Contact')).getFields()).flatMap(([name, field]) => {
      const scopes = scopesOf(Object(field));
      return scopes.length === 0 ? [] : [{ name, scopes }];
    });
    expect(guarded.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['displayName', 'customFields', 'compliance', 'timeline']),
    );
    const all = ['contacts:read', 'scores:read', 'segments:read'];
    const roles: Readonly<Record<Exclude<Roles, 'PARTNER'>, readonly string[]>> = {
      ADMIN: [...all, 'pii:read', 'compliance:read'],
      MARKETER: [...all, 'pii:read', 'compliance:read'],
      ANALYST: [...all, 'compliance:read'],
      FRONTEND: [...all, 'pii:read'],
    };
    for (const [role, held] of Object.entries(roles)) {
      const { data } = await system.ask(Object(story.keys)[role], operations('unified-profile'), { id });
      for (const { name, scopes } of guarded.filter((field) => field.name in data.contact)) {
        const allowed = scopes.every((scope) => held.includes(scope));
        expect(data.contact[name] !== null, `${role} ${name}`).toBe(allowed);
      }
    }
  });

  test('cannot reach what parts say among themselves', async () => {
    for (const document of [
      '{ principalOfKey(hash: "x") { account } }',
      '{ emailActivity(contactIds: [], first: 1) { id } }',
      'mutation { accountOpen(name: "x", roles: [ADMIN]) { keys } }',
      '{ _entities(representations: []) { __typename } }',
    ]) {
      const { status, errors } = await system.ask(story.keys.ADMIN, document);
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });
});

test('another account finds nothing of this one: not found, never forbidden', async () => {
  const stranger = (await system.openAccount()).keys.ADMIN;
  const mergeable = await system.ask(stranger, operation('identity', 'Merge'), { input: { contactIds: [id, id] } });
  expect(mergeable.data.contactMerge.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await system.ask(stranger, operations('unified-profile'), { id })).data).toEqual({ contact: null });
  expect(
    (await system.ask(stranger, operation('find-contact', 'FindContact'), { by: { email: 'ada@example.com' } })).data,
  ).toEqual({ contactByIdentifier: null });
  expect((await system.ask(stranger, operation('sources', 'Sources'))).data).toEqual({
    emailSources: [],
    smsSources: [],
  });
  const page = await story.ask(
    'query ($id: ID!) { contact(id: $id) { timeline(first: 1) { pageInfo { endCursor } } } }',
    { id },
  );
  const after = page.data.contact.timeline.pageInfo.endCursor;
  expect(
    (
      await system.ask(
        stranger,
        'query ($id: ID!, $after: String) { contact(id: $id) { timeline(after: $after) { nodes { id } } } }',
        { id, after },
      )
    ).data,
  ).toEqual({ contact: null });
});

describe('a subgraph by itself', () => {
  test('answers nobody without a fresh token of the gateway for these very bytes', async () => {
    const identity = system.parts.find(({ name }) => name === 'identity');
    if (identity === undefined) throw new Error('identity is not there');
    const tokens = createTokens(testSecret);
    const server = createHttpServer(identity, tokens);
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    const body = JSON.stringify({ query: '{ _service { sdl } }' });
    const ask = (token: string | null) =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token === null ? {} : { 'x-ucp-token': token }) },
        body,
      });
    const caller = serviceCaller('gateway');
    const genuine = tokens.sign('identity', caller, hashOf(body));
    expect((await ask(genuine)).status).toBe(200);
    const foreign = createTokens(createSecret('somebody else’s secret, which is as long')).sign(
      'identity',
      caller,
      hashOf(body),
    );
    const refused = [
      null,
      'x',
      `${genuine.slice(0, -3)}abc`,
      tokens.sign('identity', caller, hashOf('{}')),
      tokens.sign('email', caller, hashOf(body)),
      foreign,
    ];
    for (const token of refused) {
      const response = await ask(token);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: { code: 'UNAUTHENTICATED' } });
    }
    for (const path of ['/journal', '/doors', '/health', '/doors/imports']) {
      const response = await fetch(`${origin}${path}`, { method: path === '/journal' ? 'POST' : 'GET' });
      expect([path, response.status]).toEqual([path, 401]);
    }
    await server.close();
  });
});

describe('webhooks', () => {
  test('a forged one is refused, an unknown path is not found, too many bytes are 413, and nothing is kept', async () => {
    const event = { email: 'forged@example.com', event: 'open', timestamp: Math.floor(Date.now() / 1000) };
    const forged = await story.sendGrid.forge(story.sendGridUrl, [event]);
    expect([forged.status, await forged.json()]).toMatchObject([
      403,
      { error: { code: 'FORBIDDEN', retryable: false } },
    ]);
    expect((await story.sendGrid.post(`${story.sendGridUrl}x`, [event])).status).toBe(404);
    const large = Array.from({ length: 40_000 }, (_, i) => ({ ...event, pad: `padding ${i} ${'x'.repeat(120)}` }));
    const refused = await story.sendGrid.post(story.sendGridUrl, large);
    expect([refused.status, Object(await refused.json()).error.message]).toEqual([
      413,
      'A request may have at most 5242880 bytes.',
    ]);
    const { data } = await story.ask(operation('find-contact', 'FindContact'), { by: { email: 'forged@example.com' } });
    expect(data.contactByIdentifier).toBeNull();
  });
});

describe('a document that would cost too much', () => {
  const fragments = Array.from(
    { length: 28 },
    (_, i) => `fragment F${i} on Contact { ...F${i + 1} ...F${i + 1} }`,
  ).join(' ');
  test.each([
    ['of 3,000 aliases', `{ ${Array.from({ length: 3_000 }, (_, i) => `a${i}: account { id }`).join(' ')} }`],
    ['of fragments in fragments', `{ contact(id: "x") { ...F0 } } ${fragments} fragment F28 on Contact { id }`],
    ['that is 30 levels deep', `{ contact(id: "x") { ${'identifiers { from { '.repeat(15)} id ${'} }'.repeat(15)} } }`],
    ['of 20,000 tokens', `{ account { ${'id '.repeat(20_000)} } }`],
  ])('%s is refused with 400 and a code, before it is planned', async (_name, document) => {
    const { status, errors } = await story.ask(document);
    expect(status).toBe(400);
    expect(['COST_LIMIT_EXCEEDED', 'BAD_USER_INPUT']).toContain(errors?.[0]?.extensions.code);
  });

  test('an array of requests, a body of 2 MB and a mistake each get a code and no suggestion', async () => {
    const post = async (body: string) => {
      const response = await fetch(`${system.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${story.keys.ADMIN}` },
        body,
      });
      return [response.status, JSON.stringify(await response.json())] as const;
    };
    const [batchStatus] = await post('[{"query":"{ account { id } }"}]');
    expect(batchStatus).toBe(400);
    const [largeStatus, large] = await post(JSON.stringify({ query: `{ account { id } } # ${'x'.repeat(2_000_000)}` }));
    expect([largeStatus, large]).toEqual([413, expect.stringContaining('A request may have at most 1048576 bytes.')]);
    const [mistakeStatus, mistake] = await post('{"query":"{ accaunt { id } }"}');
    expect([mistakeStatus, mistake]).toEqual([400, expect.not.stringContaining('Did you mean')]);
  });
});
