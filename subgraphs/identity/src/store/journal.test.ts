import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from '../identity.ts';

let part: TestPart;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

test('the journal tells the kinds that are asked for, and how far it is whatever they are', async () => {
  const opened = await part.ask('mutation { accountOpen(name: "kinds", roles: []) { account } }');
  const { account } = opened.data.accountOpen;
  const input = { identifiers: [{ email: 'ada@example.com' }] };
  await part.ask(
    'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }',
    { input },
    { account },
  );
  const asked = [undefined, ['CONTACT', 'LINK'], ['ACCOUNT'], ['SOMETHING']];
  const pages = await Promise.all(asked.map((kinds) => part.subgraph.journal.after(account, 0, kinds)));
  expect(pages.map(({ entries }) => entries.map(({ kind }) => kind).sort())).toEqual([
    ['ACCOUNT', 'CONTACT', 'LINK'],
    ['CONTACT', 'LINK'],
    ['ACCOUNT'],
    [],
  ]);
  expect(new Set(pages.map(({ rev }) => rev)).size).toBe(1);
});
