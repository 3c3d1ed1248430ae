import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readDocumentRules } from '@ucp/gateway/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operation } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type Answer, type System, startSystem } from '../kit/system.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const manifest: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../schema/documents.json', import.meta.url), 'utf8'),
);
const [find = ''] = Object.entries(manifest).find(([, text]) => text.startsWith('query FindContact(')) ?? [];
/** Deeper than an operation may be that is not known. */
const deep = `query Deep($id: ID!) { contact(id: $id) { ${'identifiers { from { '.repeat(13)} id ${'} }'.repeat(13)} } }`;
const guarded = 'query Guarded($id: ID!) { contact(id: $id) { displayName } }';
const by = { email: 'ada@example.com' };

let system: System;
let story: Story;
let id: string;

beforeAll(async () => {
  const { manifests } = readDocumentRules({ DOCUMENT_MODES: {} });
  const own = Object.fromEntries([deep, guarded].map((text) => [hashOf(text), text]));
  system = await startSystem({
    documents: { manifests: [...manifests, own], modes: { FRONTEND: 'safelist', MARKETER: 'audit' } },
  });
  story = await tellStory(system);
  id = await story.contact(by);
});
afterAll(() => system.stop());

async function send(body: object, key = story.keys.ADMIN, path = '/graphql') {
  const response = await fetch(`${system.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
  const answer: Pick<Answer, 'data' | 'errors'> = Object(await response.json());
  return { ...answer, status: response.status, code: answer.errors?.[0]?.extensions.code };
}

async function get(parameters: Record<string, string>) {
  const response = await fetch(`${system.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { authorization: `Bearer ${story.keys.ADMIN}`, 'apollo-require-preflight': 'true' },
  });
  return { status: response.status, ...Object(await response.json()) };
}

describe('a known document', () => {
  test('is asked by its hash: as documentId, by GET, and as clients do that register as they go', async () => {
    const found = { data: { contactByIdentifier: { id, displayName: by.email } }, status: 200 };
    const variables = { by };
    const persistedQuery = { version: 1, sha256Hash: find };
    expect(await send({ documentId: `sha256:${find}`, variables })).toMatchObject(found);
    expect(await send({ extensions: { persistedQuery }, variables })).toMatchObject(found);
    expect(await get({ documentId: `sha256:${find}`, variables: JSON.stringify(variables) })).toMatchObject(found);
    const extensions = JSON.stringify({ persistedQuery });
    expect(await get({ extensions, variables: JSON.stringify(variables) })).toMatchObject(found);
  });

  test('answers byte for byte what its text answers', async () => {
    const text = manifest[find] ?? '';
    const [byText, byHash] = [
      await send({ query: text, variables: { by } }),
      await send({ documentId: `sha256:${find}`, variables: { by } }),
    ];
    expect(byHash).toEqual(byText);
  });

  test('may be deeper than others', async () => {
    const known = await send({ documentId: `sha256:${hashOf(deep)}`, variables: { id } });
    expect([known.status, known.errors]).toEqual([200, undefined]);
    expect(JSON.stringify(known.data)).toContain(`{"id":"${id}"}`);
    const other = await send({ query: `${deep} `, variables: { id } });
    expect([other.status, other.errors?.[0]?.message]).toEqual([400, 'An operation may be 25 levels deep, got 28']);
  });

  test('is held to variables, scopes, methods and the contract as any other', async () => {
    const document = { documentId: `sha256:${find}` };
    expect(await send({ ...document, variables: {} })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    const guardedById = { documentId: `sha256:${hashOf(guarded)}`, variables: { id } };
    expect(await send(guardedById, story.keys.ANALYST)).toMatchObject({
      data: { contact: { displayName: null } },
      code: 'FORBIDDEN',
    });
    const [merge = ''] = Object.entries(manifest).find(([, text]) => text.startsWith('mutation Merge(')) ?? [];
    expect((await get({ documentId: `sha256:${merge}`, variables: '{}' })).status).toBe(405);
    expect(await send({ documentId: `sha256:${merge}` }, story.keys.PARTNER)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    const body = { ...document, variables: { by } };
    expect((await send(body, story.keys.PARTNER, '/partner/graphql')).data.contactByIdentifier.id).toBe(id);
    const nobody = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(nobody.status).toBe(401);
  });
});

test('a hash nobody registered is not found, and a client that registers as it goes sends the text then', async () => {
  const query = '{ contacts(first: 1) { nodes { id } } }';
  const hash = hashOf(query);
  expect(await send({ documentId: `sha256:${hash}` })).toMatchObject({
    status: 404,
    errors: [
      { message: `No document is known as "sha256:${hash}"`, extensions: { code: 'NOT_FOUND', retryable: false } },
    ],
  });
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  expect(await send({ extensions })).toMatchObject({ status: 200, errors: [{ message: 'PersistedQueryNotFound' }] });
  expect((await send({ extensions, query })).data.contacts.nodes).toEqual([{ id }]);
  expect(await send({ extensions, query: `${query} ` })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
});

test('a role that is held to known documents is refused others, one that is audited is counted', async () => {
  const query = '{ contacts(first: 1) { nodes { id } } }';
  expect(await send({ query }, story.keys.FRONTEND)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect(await send({ query: '{ nothing' }, story.keys.FRONTEND)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect(await send({ query: '{ __schema { queryType { name } } }' }, story.keys.FRONTEND)).toMatchObject({
    status: 403,
  });
  const known = { query: manifest[find], variables: { by } };
  expect((await send(known, story.keys.FRONTEND)).data.contactByIdentifier.id).toBe(id);
  expect((await send({ query }, story.keys.MARKETER)).status).toBe(200);
  expect((await send({ query: operation('find-contact', 'FindContact'), variables: { by } })).status).toBe(200);
  const metrics = await (await fetch(`${system.url}/metrics`)).text();
  expect(metrics).toContain('ucp_graphql_documents_total{role="FRONTEND",outcome="refused"} 3');
  expect(metrics).toContain('ucp_graphql_documents_total{role="FRONTEND",outcome="known"} 1');
  expect(metrics).toContain('ucp_graphql_documents_total{role="MARKETER",outcome="unknown"} 1');
});
