import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';

let part: TestPart;
/** Accounts of their own, so that tests do not meet. */
let account = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

const newAccount = async (settings: object = {}): Promise<number> => {
  const { data } = await part.ask(
    'mutation ($name: String!, $settings: AccountSettingsInput) { accountOpen(name: $name, settings: $settings, roles: []) { account } }',
    {
      name: `account ${account++}`,
      settings,
    },
  );
  return data.accountOpen.account;
};

const upsertDocument = `mutation ($input: ContactUpsertInput!) {
  contactUpsert(input: $input) { outcome contact { id identifiers { kind value primary from { id } } tags } merge { id survivorId absorbedIds } userErrors { code field message } }
}`;

async function upsert(of: number, identifiers: object[], more: object = {}) {
  const { data, errors } = await part.ask(upsertDocument, { input: { identifiers, ...more } }, { account: of });
  expect(errors).toEqual([]);
  return data.contactUpsert;
}

const profile = `query ($id: ID!) { contact(id: $id) {
  id displayName createdAt updatedAt identifiers { kind value given primary source firstSeenAt from { id } }
  customFields { key label type value source updatedAt } acquisition { kind detail at } tags
  compliance { lawfulBasis processingRestricted marketingObjection erasureRequestedAt } } }`;

const profileOf = async (of: number, id: string) => (await part.ask(profile, { id }, { account: of })).data.contact;

const merge = async (of: number, contactIds: string[]) =>
  (
    await part.ask(
      'mutation ($input: ContactMergeInput!) { contactMerge(input: $input) { contact { id } merge { id survivorId absorbedIds reason actor } userErrors { code field message } } }',
      { input: { contactIds, reason: 'same person' } },
      { account: of },
    )
  ).data.contactMerge;

const unmerge = async (of: number, mergeId: string) =>
  (
    await part.ask(
      'mutation ($mergeId: ID!) { contactUnmerge(mergeId: $mergeId) { contacts { id } userErrors { code message } } }',
      { mergeId },
      { account: of },
    )
  ).data.contactUnmerge;

const define = async (of: number, input: object) =>
  (
    await part.ask(
      'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { definition { key type options } userErrors { code field message } } }',
      { input },
      { account: of },
    )
  ).data.customFieldDefine;

describe('resolution of a record', () => {
  test('makes a contact, then finds it by any spelling, then merges what turns out to be one person', async () => {
    const of = await newAccount();
    const created = await upsert(of, [{ email: ' Ada@Example.com ' }]);
    expect(created).toMatchObject({ outcome: 'CREATED', merge: null, userErrors: [] });
    expect(await upsert(of, [{ email: 'ada@example.COM' }])).toMatchObject({
      outcome: 'UPDATED',
      contact: { id: created.contact.id },
    });
    const other = await upsert(of, [{ mobile: '(512) 555-0123' }]);
    const merged = await upsert(of, [{ mobile: '+1 512 555 0123' }, { email: 'ada@example.com' }]);
    expect(merged).toMatchObject({
      outcome: 'MERGED',
      contact: { id: created.contact.id },
      merge: { survivorId: created.contact.id, absorbedIds: [other.contact.id] },
    });
    expect(merged.contact.identifiers).toEqual([
      { kind: 'EMAIL', value: 'ada@example.com', primary: true, from: { id: created.contact.id } },
      { kind: 'MOBILE', value: '+15125550123', primary: true, from: { id: other.contact.id } },
    ]);
  });

  test('names what is wrong with an identifier, the limit and what came, and changes nothing', async () => {
    const of = await newAccount({ blockedValues: ['test@test.com'] });
    const refused = async (...identifiers: object[]) => (await upsert(of, identifiers)).userErrors[0];
    expect(await refused({ mobile: '12345' })).toEqual({
      code: 'BAD_USER_INPUT',
      field: ['input', 'identifiers', '0', 'mobile'],
      message: 'A mobile number is international, as +15125550123, or valid in US, got "12345"',
    });
    expect(await refused({ email: 'ada@example.com' }, { email: 'n/a' })).toMatchObject({
      field: ['input', 'identifiers', '1', 'email'],
    });
    expect(await refused({ email: 'Test@Test.com' })).toMatchObject({
      message: expect.stringContaining('identifies nobody'),
    });
    expect(await refused()).toMatchObject({ message: 'A contact needs at least one identifier, got none' });
    const { data } = await part.ask('{ contacts { nodes { id } } }', {}, { account: of });
    expect(data.contacts.nodes).toEqual([]);
  });

  test('keeps two external ids apart, leaves out the weakest identifier and asks a person', async () => {
    const of = await newAccount();
    const one = await upsert(of, [{ externalId: 'A-1' }, { email: 'one@example.com' }]);
    const two = await upsert(of, [{ externalId: 'A-2' }, { mobile: '+15125550199' }]);
    const refused = await upsert(of, [{ externalId: 'A-1' }, { mobile: '+15125550199' }]);
    expect(refused).toMatchObject({ outcome: 'MERGE_REFUSED', contact: { id: one.contact.id }, merge: null });
    const { data } = await part.ask(
      '{ mergeReviews(first: 50) { nodes { rule detail contacts { id } } } }',
      {},
      { account: of },
    );
    expect(data.mergeReviews.nodes).toEqual([
      {
        rule: 'EXTERNAL_IDS_DIFFER',
        detail: 'The external ids differ',
        contacts: [{ id: one.contact.id }, { id: two.contact.id }],
      },
    ]);
  });

  test('finds a contact by a shared identifier and never merges two by it', async () => {
    const of = await newAccount({ sharedIdentifiers: ['+1 512 555 0100'] });
    await upsert(of, [{ mobile: '+15125550100' }]);
    const ada = await upsert(of, [{ email: 'ada@example.com' }]);
    expect(await upsert(of, [{ email: 'ada@example.com' }, { mobile: '+15125550100' }])).toMatchObject({
      outcome: 'MERGE_REFUSED',
      contact: { id: ada.contact.id },
    });
  });

  test('is the same the second time: nothing is written', async () => {
    const of = await newAccount();
    const input = { identifiers: [{ email: 'ada@example.com' }], addTags: ['vip'] };
    await upsert(of, input.identifiers, { addTags: ['vip'] });
    const again = await part.ask(upsertDocument, { input }, { account: of });
    expect(again.statements.filter((text) => text.includes('/* journal'))).toEqual([]);
  });
});

describe('merge and unmerge', () => {
  test('unmerge gives back both profiles exactly', async () => {
    const of = await newAccount();
    await define(of, { key: 'city', label: 'City', type: 'TEXT' });
    const ada = (
      await upsert(of, [{ email: 'ada@example.com' }], {
        customFields: [{ key: 'city', value: 'Austin' }],
        addTags: ['vip'],
      })
    ).contact.id;
    const sms = (
      await upsert(of, [{ mobile: '+15125550123' }], {
        customFields: [{ key: 'city', value: 'Dallas' }],
        addTags: ['text'],
      })
    ).contact.id;
    const before = [await profileOf(of, ada), await profileOf(of, sms)];
    const made = await merge(of, [sms, ada]);
    expect(made).toMatchObject({
      contact: { id: ada },
      merge: { survivorId: ada, absorbedIds: [sms], reason: 'same person', actor: 'key:test' },
    });
    expect(await profileOf(of, sms)).toMatchObject({
      id: ada,
      tags: ['text', 'vip'],
      customFields: [{ key: 'city', value: 'Dallas' }],
    });
    expect(await unmerge(of, made.merge.id)).toEqual({ contacts: [{ id: ada }, { id: sms }], userErrors: [] });
    expect([await profileOf(of, ada), await profileOf(of, sms)]).toEqual(before);
    expect(await unmerge(of, made.merge.id)).toMatchObject({ contacts: [{ id: ada }, { id: sms }] });
  });

  test('after an unmerge a record with both identifiers goes to review; a merge by hand ends that', async () => {
    const of = await newAccount();
    const ada = (await upsert(of, [{ email: 'ada@example.com' }])).contact.id;
    const sms = (await upsert(of, [{ mobile: '+15125550123' }])).contact.id;
    const { merge: made } = await merge(of, [ada, sms]);
    await unmerge(of, made.id);
    expect(await upsert(of, [{ email: 'ada@example.com' }, { mobile: '+15125550123' }])).toMatchObject({
      outcome: 'MERGE_REFUSED',
    });
    await merge(of, [ada, sms]);
    expect(await upsert(of, [{ email: 'ada@example.com' }, { mobile: '+15125550123' }])).toMatchObject({
      outcome: 'UPDATED',
    });
  });

  test('an edit made while merged stays with the survivor, a new identifier with the original it came with', async () => {
    const of = await newAccount();
    await define(of, { key: 'city', label: 'City', type: 'TEXT' });
    const ada = (await upsert(of, [{ email: 'ada@example.com' }])).contact.id;
    const sms = (await upsert(of, [{ mobile: '+15125550123' }])).contact.id;
    const { merge: made } = await merge(of, [ada, sms]);
    await upsert(of, [{ mobile: '+15125550123' }, { mobile: '+15125550124' }], {
      customFields: [{ key: 'city', value: 'Austin' }],
    });
    await unmerge(of, made.id);
    expect(await profileOf(of, ada)).toMatchObject({
      customFields: [{ value: 'Austin' }],
      identifiers: [{ value: 'ada@example.com' }],
    });
    expect(await profileOf(of, sms)).toMatchObject({
      customFields: [],
      identifiers: [{ value: '+15125550123' }, { value: '+15125550124' }],
    });
  });

  test('a restriction set while merged stays on both', async () => {
    const of = await newAccount();
    const ada = (await upsert(of, [{ email: 'ada@example.com' }])).contact.id;
    const sms = (await upsert(of, [{ mobile: '+15125550123' }])).contact.id;
    const { merge: made } = await merge(of, [ada, sms]);
    const { data } = await part.ask(
      'mutation ($input: ContactComplianceInput!) { contactComplianceSet(input: $input) { contact { compliance { marketingObjection } } userErrors { message } } }',
      { input: { contactId: sms, marketingObjection: true } },
      { account: of },
    );
    expect(data.contactComplianceSet).toEqual({
      contact: { compliance: { marketingObjection: true } },
      userErrors: [],
    });
    await unmerge(of, made.id);
    for (const id of [ada, sms]) expect((await profileOf(of, id)).compliance.marketingObjection).toBe(true);
  });

  test('a preview tells fields, identifiers and refusals, and changes nothing', async () => {
    const of = await newAccount();
    await define(of, { key: 'plan', label: 'Plan', type: 'CHOICE', options: ['free', 'pro'] });
    const one = (await upsert(of, [{ externalId: 'A-1' }], { customFields: [{ key: 'plan', value: 'free' }] })).contact
      .id;
    const two = (await upsert(of, [{ externalId: 'A-2' }], { customFields: [{ key: 'plan', value: 'pro' }] })).contact
      .id;
    const { data } = await part.ask(
      'query ($ids: [ID!]!) { contactMergePreview(contactIds: $ids) { survivor { id } fields { key kept { value } dropped { value } } refusals { rule } identifiers { value from { id } } } }',
      { ids: [two, one] },
      { account: of },
    );
    expect(data.contactMergePreview).toEqual({
      survivor: { id: one },
      fields: [{ key: 'plan', kept: { value: 'pro' }, dropped: [{ value: 'free' }] }],
      refusals: [{ rule: 'EXTERNAL_IDS_DIFFER' }],
      identifiers: [
        { value: 'A-1', from: { id: one } },
        { value: 'A-2', from: { id: two } },
      ],
    });
    expect(await merge(of, [one, two])).toMatchObject({ merge: null, userErrors: [{ code: 'MERGE_CONFLICT' }] });
  });

  test('a contact of another account is not found, never forbidden', async () => {
    const of = await newAccount();
    const ada = (await upsert(of, [{ email: 'ada@example.com' }])).contact.id;
    const stranger = await newAccount();
    expect(await profileOf(stranger, ada)).toBeNull();
    expect(await merge(stranger, [ada, ada])).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'contactIds', '0'] }],
    });
  });
});

describe('fields', () => {
  test('are typed: a value that does not fit names field, type and what came', async () => {
    const of = await newAccount();
    await define(of, { key: 'birthday', label: 'Birthday', type: 'DATE' });
    const refused = await upsert(of, [{ email: 'ada@example.com' }], {
      customFields: [{ key: 'birthday', value: '2026-02-30' }],
    });
    expect(refused.userErrors).toEqual([
      {
        code: 'BAD_USER_INPUT',
        field: ['input', 'customFields', '0'],
        message: 'The field "birthday" takes a date as 2026-03-01, got "2026-02-30"',
      },
    ]);
    expect(await define(of, { key: 'birthday', label: 'Birthday', type: 'TEXT' })).toMatchObject({
      userErrors: [{ field: ['input', 'type'] }],
    });
    expect(await define(of, { key: 'plan', label: 'Plan', type: 'CHOICE' })).toMatchObject({
      userErrors: [{ field: ['input', 'options'] }],
    });
  });
});

describe('lists', () => {
  test('search finds by parts of names and by any spelling of a number; pages are stable', async () => {
    const of = await newAccount();
    await define(of, { key: 'first_name', label: 'First name', type: 'TEXT' });
    await define(of, { key: 'last_name', label: 'Last name', type: 'TEXT' });
    for (const name of ['Ada', 'Adam', 'Grace']) {
      await upsert(of, [{ email: `${name}@example.com` }], {
        customFields: [
          { key: 'first_name', value: name },
          { key: 'last_name', value: 'Lind' },
        ],
      });
    }
    await upsert(of, [{ mobile: '+15125550123' }]);
    const list = async (variables: object) =>
      (
        await part.ask(
          'query ($search: String, $first: Int, $after: String) { contacts(search: $search, first: $first, after: $after) { nodes { displayName } pageInfo { hasNextPage endCursor } } }',
          { ...variables },
          { account: of },
        )
      ).data.contacts;
    expect((await list({ search: 'ada lind' })).nodes).toEqual([
      { displayName: 'Adam Lind' },
      { displayName: 'Ada Lind' },
    ]);
    expect((await list({ search: '(512) 555-0123' })).nodes).toEqual([{ displayName: '+15125550123' }]);
    expect((await list({ search: '%' })).nodes).toEqual([]);
    const first = await list({ first: 3 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect((await list({ first: 3, after: first.pageInfo.endCursor })).nodes).toEqual([{ displayName: 'Ada Lind' }]);
  });

  test.each([
    ['{ contacts(first: 0) { nodes { id } } }', '"first" must be between 1 and 200, got 0'],
    ['{ contacts(first: 201) { nodes { id } } }', '"first" must be between 1 and 200, got 201'],
    [
      '{ contacts(after: "elsewhere") { nodes { id } } }',
      '"after" must be a cursor of this list (contacts), got "elsewhere"',
    ],
  ])('%s is refused', async (document, message) => {
    expect((await part.ask(document)).errors).toEqual([{ message, code: 'BAD_USER_INPUT' }]);
  });

  test('a profile costs one statement, for one contact and for fifty', async () => {
    const of = await newAccount();
    for (let i = 0; i < 50; i++) await upsert(of, [{ email: `person${i}@example.com` }]);
    const list = `query ($first: Int) { contacts(first: $first) { nodes { ${profile.slice(profile.indexOf('id displayName'), profile.lastIndexOf('} }'))} } } }`;
    for (const first of [1, 50]) {
      const { data, statements } = await part.ask(list, { first }, { account: of });
      expect(data.contacts.nodes).toHaveLength(first);
      expect(statements.map((text) => /\/\* (\w+)/.exec(text)?.[1])).toEqual([
        'contacts_below',
        'profiles_of_contacts',
      ]);
    }
  });
});

describe('keys', () => {
  test('a key is shown once, stands for its role, and ends', async () => {
    const of = await newAccount();
    const made = (
      await part.ask(
        'mutation { apiKeyCreate(input: { name: "site", role: FRONTEND }) { apiKey { id role } secret userErrors { code } } }',
        {},
        { account: of },
      )
    ).data.apiKeyCreate;
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(made.secret).digest('base64url');
    const principal = async () =>
      (await part.ask('query ($hash: String!) { principalOfKey(hash: $hash) { account actor role } }', { hash })).data
        .principalOfKey;
    expect(await principal()).toEqual({ account: of, actor: `key:${made.apiKey.id}`, role: 'FRONTEND' });
    await part.ask(
      'mutation ($id: ID!) { apiKeyRevoke(id: $id) { userErrors { code } } }',
      { id: made.apiKey.id },
      { account: of },
    );
    expect(await principal()).toBeNull();
  });

  test('a field without its scope is null with FORBIDDEN, the rest is there', async () => {
    const of = await newAccount();
    const { contact } = await upsert(of, [{ email: 'ada@example.com' }]);
    const { data, errors } = await part.ask(
      'query ($id: ID!) { contact(id: $id) { id displayName } }',
      { id: contact.id },
      { account: of, scopes: ['contacts:read'] },
    );
    expect(data.contact).toEqual({ id: contact.id, displayName: null });
    expect(errors).toEqual([{ message: 'Contact.displayName needs the scope "pii:read"', code: 'FORBIDDEN' }]);
  });
});
