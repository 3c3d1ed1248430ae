import { serviceCaller } from '@ucp/kit/caller';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';

let part: TestPart;
let account = 0;
let ada = '';

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  const opened = await part.ask('mutation { accountOpen(name: "merging", roles: []) { account } }', {});
  account = opened.data.accountOpen.account;
  const define =
    'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { code } } }';
  for (const key of ['first_name', 'last_name'])
    await part.ask(define, { input: { key, label: key, type: 'TEXT' } }, { account });
  const upsert = 'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }';
  const input = {
    identifiers: [{ email: 'Ada@example.com' }, { email: 'ada@work.example' }, { mobile: '+15005550006' }],
    customFields: [
      { key: 'first_name', value: 'Ada' },
      { key: 'last_name', value: 'King' },
    ],
    addTags: ['vip', 'early'],
  };
  const made = await part.ask(upsert, { input }, { account });
  ada = made.data.contactUpsert.contact.id;
});
afterAll(() => part.stop());

async function merged(names: readonly string[] | null, contactIds = [ada]): Promise<Record<string, unknown>> {
  const query =
    'query ($contactIds: [ID!]!, $names: [String!]) { mergeFields(contactIds: $contactIds, names: $names) }';
  const variables = { contactIds, names };
  const { data, errors } = await part.subgraph.execute({ query, variables }, serviceCaller('letter', account));
  expect(errors).toBeUndefined();
  return Object(data).mergeFields;
}

test('a message may merge fields, name, labels and the first identifier of each kind', async () => {
  expect(await merged(null)).toEqual({
    [ada]: {
      first_name: 'Ada',
      last_name: 'King',
      display_name: 'Ada King',
      tags: ['early', 'vip'],
      email: 'Ada@example.com',
      mobile: '+15005550006',
    },
  });
});

test.each([
  [['first_name'], { first_name: 'Ada' }],
  [['display_name'], { display_name: 'Ada King' }],
  [['tags', 'mobile'], { tags: ['early', 'vip'], mobile: '+15005550006' }],
  [['nickname'], {}],
  [[], {}],
])('of %j it gets no more than that', async (names, fields) => {
  expect(await merged(names)).toEqual({ [ada]: fields });
});

test('of an id nobody has there is nothing', async () => {
  expect(await merged(['first_name'], [`${ada}x`])).toEqual({});
});
