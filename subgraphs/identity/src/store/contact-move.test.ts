import { createTestPart, type TestPart, testCaller } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from '../identity.ts';

let part: TestPart;
let account: number;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  const { data } = await part.ask('mutation { accountOpen(name: "moves", roles: []) { account } }');
  ({ account } = data.accountOpen);
});
afterAll(() => part.stop());

async function change(document: string, variables: object) {
  const { data, errors } = await part.ask(`mutation ${document}`, { ...variables }, { account });
  expect(errors).toEqual([]);
  const [changed] = Object.values(data).map((each) => Object(each));
  expect(changed.userErrors).toEqual([]);
  return changed;
}

const upsert = async (input: object): Promise<string> =>
  (
    await change(
      '($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } userErrors { message } } }',
      { input },
    )
  ).contact.id;

const update = (input: object) =>
  change('($input: ContactUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }', { input });

let last = { rev: 0, moved: 0 };

/** Whether anybody moved in what was committed since this was asked last. Whatever is read, in whatever way, tells the same. */
async function moves(): Promise<boolean> {
  const { rev, moved = 0 } = await part.subgraph.journal.after(account, 0);
  expect(rev).toBeGreaterThan(last.rev);
  for (const query of ['{ everyContact { contacts } }', '{ contacts(first: 1) { nodes { id createdAt } } }']) {
    const { errors, extensions } = await part.subgraph.execute({ query, variables: {} }, testCaller({ account }));
    expect(errors).toBeUndefined();
    expect(extensions?.asOf).toEqual([moved, moved]);
  }
  const isNew = moved > last.moved;
  if (isNew) expect(moved).toBe(rev);
  last = { rev, moved };
  return isNew;
}

test('merges and their undoing, splits and archiving move contacts; what is new, and what is said of them, moves nobody', async () => {
  const ada = await upsert({ identifiers: [{ email: 'ada@example.com' }] });
  const bea = await upsert({ identifiers: [{ email: 'bea@example.com' }, { email: 'bea@work.example' }] });
  expect(await moves()).toBe(false);
  await update({ id: ada, addTags: ['vip'] });
  expect(await moves()).toBe(false);
  const { merge } = await change(
    '($input: ContactMergeInput!) { contactMerge(input: $input) { merge { id } userErrors { message } } }',
    { input: { contactIds: [ada, bea] } },
  );
  expect(await moves()).toBe(true);
  await upsert({ identifiers: [{ email: 'bea@example.com' }, { mobile: '+15125550100' }] });
  expect(await moves()).toBe(false);
  await change('($id: ID!) { contactUnmerge(mergeId: $id) { userErrors { message } } }', { id: merge.id });
  expect(await moves()).toBe(true);
  const split = { contactId: bea, identifier: { email: 'bea@work.example' } };
  await change(
    '($input: ContactIdentifierSplitInput!) { contactIdentifierSplit(input: $input) { userErrors { message } } }',
    { input: split },
  );
  expect(await moves()).toBe(true);
  await update({ id: ada, archived: true });
  expect(await moves()).toBe(true);
  await update({ id: ada, archived: false });
  expect(await moves()).toBe(true);
});
