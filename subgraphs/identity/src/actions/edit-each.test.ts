import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from '../identity.ts';

let part: TestPart;
let opened = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

/** An account with two fields and contacts. */
async function open(people: number) {
  const query = 'mutation ($name: String!) { accountOpen(name: $name, roles: []) { account } }';
  const { account } = (await part.ask(query, { name: `edits ${opened++}` })).data.accountOpen;
  const ask = (document: string, variables: object) => part.ask(document, { ...variables }, { account });
  for (const [key, type] of [
    ['stage', 'TEXT'],
    ['birthday', 'DATE'],
  ])
    await ask(
      'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { message } } }',
      { input: { key, label: key, type } },
    );
  const ids: string[] = [];
  for (let i = 0; i < people; i++) {
    const input = { identifiers: [{ email: `person${i}@example.com` }] };
    const made = await ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }',
      { input },
    );
    ids.push(made.data.contactUpsert.contact.id);
  }
  const edit = async (edits: readonly object[]) => {
    const { data, statements } = await ask(
      'mutation ($edits: [ContactEditInput!]!) { contactsEdit(edits: $edits, source: "workflow:wf_1") }',
      { edits },
    );
    return { problems: data.contactsEdit, statements: statements.length };
  };
  const facts = async (contactIds: readonly string[], fields: readonly string[]) =>
    (
      await ask(
        'query ($contactIds: [ID!]!, $fields: [String!]!) { automationFacts(contactIds: $contactIds, fields: $fields) }',
        { contactIds, fields },
      )
    ).data.automationFacts;
  return { ids, ask, edit, facts };
}

test('contacts are edited together, each with what kept it from being done, and again nothing changes', async () => {
  const { ids, ask, edit } = await open(2);
  const [ada, bob] = ids;
  const edits = [
    { contactId: ada, customFields: [{ key: 'stage', value: 'warm' }], addTags: ['lead'] },
    { contactId: bob, customFields: [{ key: 'birthday', value: 'soon' }] },
    { contactId: bob, customFields: [{ key: 'color', value: 'red' }] },
    { contactId: 'nobody', addTags: ['lead'] },
    { contactId: bob, addTags: ['lead', 'late'], removeTags: [] },
  ];
  const first = await edit(edits);
  expect(first.problems).toEqual([
    null,
    'The field "birthday" takes a date as 2026-03-01, got "soon"',
    'The account has no field "color"',
    'The account has no contact of this id',
    null,
  ]);
  const shown =
    'query ($id: ID!) { contact(id: $id) { tags customFields { key value source } auditLog(first: 5) { nodes { actor action } } } }';
  const before = await ask(shown, { id: ada });
  expect(before.data.contact).toMatchObject({
    tags: ['lead'],
    customFields: [{ key: 'stage', value: 'warm', source: 'workflow:wf_1' }],
  });
  expect((await edit(edits)).problems).toEqual(first.problems);
  expect((await ask(shown, { id: ada })).data).toEqual(before.data);
});

test('a merged contact is edited as the survivor, in as many statements for many as for one', async () => {
  const { ids, ask, edit, facts } = await open(6);
  const [ada, bob] = ids;
  const merged = await ask(
    'mutation ($ids: [ID!]!) { contactMerge(input: { contactIds: $ids }) { userErrors { message } contact { id } } }',
    { ids: [ada, bob] },
  );
  expect(merged.data.contactMerge.contact.id).toBe(ada);
  const one = await edit([{ contactId: bob, customFields: [{ key: 'stage', value: 'hot' }] }]);
  expect(await facts([String(ada), String(bob)], ['stage', 'birthday'])).toEqual({
    [String(ada)]: { stage: 'hot' },
    [String(bob)]: { stage: 'hot' },
  });
  const many = await edit(ids.map((contactId) => ({ contactId, customFields: [{ key: 'stage', value: 'cold' }] })));
  expect(many.statements).toBe(one.statements);
});

test('facts leave out who is archived or nobody, and uses of fields are looked at', async () => {
  const { ids, ask, edit, facts } = await open(2);
  const [ada = '', bob = ''] = ids;
  await edit(ids.map((contactId) => ({ contactId, customFields: [{ key: 'birthday', value: '1990-05-01' }] })));
  await ask('mutation ($id: ID!) { contactUpdate(input: { id: $id, archived: true }) { userErrors { message } } }', {
    id: bob,
  });
  expect(await facts([ada, bob, 'nobody'], ['birthday'])).toEqual({ [ada]: { birthday: '1990-05-01' } });
  expect(await facts([ada], [])).toEqual({ [ada]: {} });
  const uses = [
    { key: 'birthday', asDay: true },
    { key: 'stage', asDay: true },
    { key: 'none', asDay: true },
    { key: 'stage', asDay: false, value: 5 },
    { key: 'stage', asDay: false, value: null },
  ];
  const asked = await ask('query ($uses: [FieldUseInput!]!) { fieldProblems(uses: $uses) }', { uses });
  expect(asked.data.fieldProblems).toEqual([
    null,
    'The field "stage" is TEXT, and no DATE',
    'The account has no field "none"',
    'The field "stage" takes text of at most 4000 characters, got 5',
    null,
  ]);
});
