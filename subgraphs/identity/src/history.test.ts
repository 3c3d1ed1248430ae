import { decodeBits, numbersIn } from '@ucp/kit/contact-bits';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { type Json, openTestAccount, type TestAccount } from './testing/account.ts';

let part: TestPart;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

const historyOf = async (of: TestAccount, id: string, key: string, page: object = {}) =>
  (
    await of.ask(
      `query ($id: ID!, $key: String!, $first: Int, $after: String) { contact(id: $id) { fieldHistory(key: $key, first: $first, after: $after) {
        nodes { value source at contactId current } pageInfo { hasNextPage endCursor } } } }`,
      { id, key, ...page },
    )
  ).contact.fieldHistory;

const auditOf = async (of: TestAccount, id: string, page: object = {}) =>
  (
    await of.ask(
      `query ($id: ID!, $first: Int, $after: String) { contact(id: $id) { auditLog(first: $first, after: $after) {
        nodes { at actor action contactId details } pageInfo { hasNextPage endCursor } } } }`,
      { id, ...page },
    )
  ).contact.auditLog;

const shownValue = async (of: TestAccount, id: string, key: string): Promise<Json> =>
  (await of.contact(id)).customFields.find((field: { key: string }) => field.key === key)?.value ?? null;

/** Time passes between two things that are told. */
const later = () => part.clock.setOffset(part.clock.offset() + 60_000);

describe('which value is shown of contacts that are one', () => {
  const options = ['a', 'b', 'c'];
  /** Told in this order: of the older contact, of the younger, of the older again where there are three. */
  test.each([
    ['MOST_RECENT', { type: 'TEXT' }, ['one', 'two'], 'two'],
    ['OLDEST', { type: 'TEXT' }, ['one', 'two'], 'one'],
    ['SURVIVOR', { type: 'TEXT' }, ['one', 'two'], 'one'],
    ['SURVIVOR', { type: 'TEXT' }, [null, 'two'], 'two'],
    ['UNION', { type: 'CHOICES', options }, [['b'], ['a', 'b']], ['b', 'a']],
    ['MAX', { type: 'NUMBER' }, [10, 9], 10],
    ['MIN', { type: 'NUMBER' }, [10, 9], 9],
    ['MAX', { type: 'DATE' }, ['2026-01-31', '2026-02-01'], '2026-02-01'],
    ['MIN', { type: 'DATE_TIME' }, ['2026-01-01T09:00:00+02:00', '2026-01-01T08:00:00Z'], '2026-01-01T07:00:00.000Z'],
  ])('%s of %j: %j gives %j, and apart each its own', async (mergeStrategy, shape, [first, second], shown) => {
    const of = await openTestAccount(part);
    expect(await of.define({ key: 'field', label: 'Field', mergeStrategy, ...shape })).toMatchObject({
      definition: { mergeStrategy },
    });
    const told = (value: unknown) => (value === null ? {} : { customFields: [{ key: 'field', value }] });
    const one = (await of.upsert([{ email: 'one@example.com' }], told(first))).contact.id;
    later();
    const two = (await of.upsert([{ email: 'two@example.com' }], told(second))).contact.id;
    const before = [await of.contact(one), await of.contact(two)];
    const preview = await of.ask(
      'query ($ids: [ID!]!) { contactMergePreview(contactIds: $ids) { fields { kept { value } } } }',
      { ids: [one, two] },
    );
    // Where only one has a value there is nothing to choose from.
    expect(preview.contactMergePreview.fields).toEqual(first === null ? [] : [{ kept: { value: shown } }]);
    const { merge } = await of.merge(one, two);
    expect(await shownValue(of, two, 'field')).toEqual(shown);
    const [leaf] = (
      await of.ask(
        'query ($value: JSON) { fieldAudience(predicates: [{ key: "field", equals: $value }]) { contacts } }',
        {
          value: Array.isArray(shown) ? shown[0] : shown,
        },
      )
    ).fieldAudience;
    expect(numbersIn(decodeBits(leaf.contacts))).toHaveLength(1);
    await of.unmerge(merge.id);
    expect([await of.contact(one), await of.contact(two)]).toEqual(before);
  });

  test('a field emptied while merged is shown empty, whatever the strategy', async () => {
    const of = await openTestAccount(part);
    await of.define({ key: 'plan', label: 'Plan', type: 'TEXT', mergeStrategy: 'OLDEST' });
    const one = (await of.upsert([{ email: 'one@example.com' }])).contact.id;
    const two = (await of.upsert([{ email: 'two@example.com' }], { customFields: [{ key: 'plan', value: 'pro' }] }))
      .contact.id;
    await of.merge(one, two);
    later();
    await of.update({ id: one, customFields: [{ key: 'plan', value: null }] });
    expect(await shownValue(of, one, 'plan')).toBe(null);
  });

  test('a strategy is for the types it makes sense for, keeps while it is not named, and may change', async () => {
    const of = await openTestAccount(part);
    const field = { key: 'field', label: 'Field', type: 'TEXT' };
    for (const mergeStrategy of ['UNION', 'MAX', 'MIN']) {
      const [error] = (await of.define({ ...field, mergeStrategy })).userErrors;
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', field: ['input', 'mergeStrategy'] });
      expect(error.message).toMatch(
        new RegExp(`^The merge strategy ${mergeStrategy} is for fields of the type .*, got TEXT$`),
      );
    }
    expect(await of.define(field)).toMatchObject({ definition: { mergeStrategy: 'MOST_RECENT' } });
    expect(await of.define({ ...field, mergeStrategy: 'OLDEST' })).toMatchObject({
      definition: { mergeStrategy: 'OLDEST' },
    });
    expect(await of.define({ ...field, label: 'Other' })).toMatchObject({ definition: { mergeStrategy: 'OLDEST' } });
  });
});

describe('the history of a field', () => {
  test('has every value with its origin and time, newest first, by pages, and no merge or unmerge changes it', async () => {
    const of = await openTestAccount(part);
    await of.define({ key: 'city', label: 'City', type: 'TEXT' });
    const tell = (email: string, value: string | null) =>
      of.upsert([{ email }], { customFields: [{ key: 'city', value }] });
    const ada = (await tell('ada@example.com', 'Austin')).contact.id;
    later();
    await tell('ada@example.com', 'Boston');
    await tell('ada@example.com', 'Boston');
    later();
    const bob = (await tell('bob@example.com', 'Chicago')).contact.id;
    later();
    await tell('ada@example.com', null);
    const own = await historyOf(of, ada, 'city');
    expect(own.nodes).toEqual([
      { value: null, source: 'key:test', at: expect.any(String), contactId: ada, current: true },
      { value: 'Boston', source: 'key:test', at: expect.any(String), contactId: ada, current: false },
      { value: 'Austin', source: 'key:test', at: expect.any(String), contactId: ada, current: false },
    ]);
    const { merge } = await of.merge(ada, bob);
    const whole = await historyOf(of, bob, 'city');
    expect(whole.nodes.map(({ value }: { value: string }) => value)).toEqual([null, 'Chicago', 'Boston', 'Austin']);
    const paged = [];
    for (let after: string | null = null; ; ) {
      const page: Json = await historyOf(of, ada, 'city', { first: 1, after });
      paged.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole.nodes);
    await of.unmerge(merge.id);
    expect(await historyOf(of, ada, 'city')).toEqual(own);
    expect((await historyOf(of, ada, 'other')).nodes).toEqual([]);
  });

  test('costs one statement for any number of contacts, and is nothing to those who may not read personal data', async () => {
    const of = await openTestAccount(part);
    for (let n = 0; n < 3; n++) await of.upsert([{ email: `person${n}@example.com` }]);
    const document =
      '{ contacts { nodes { id fieldHistory(key: "city") { nodes { value } } auditLog { nodes { action } } } } }';
    const { statements } = await part.ask(document, {}, { account: of.account });
    expect(statements).toHaveLength(4);
    const blind = await part.ask(document, {}, { account: of.account, scopes: ['contacts:read'] });
    expect(blind.data.contacts.nodes[0]).toMatchObject({ fieldHistory: null, auditLog: null });
    expect(blind.errors.map(({ code }) => code)).toContain('FORBIDDEN');
  });
});

describe('the audit log', () => {
  test('tells who changed what, newest first, of all that are one now, and keeps it when they are apart', async () => {
    const of = await openTestAccount(part);
    const ada = (await of.upsert([{ email: 'ada@example.com' }])).contact.id;
    const bob = (await of.upsert([{ email: 'bob@example.com' }], { addTags: ['vip'] })).contact.id;
    const { merge } = await of.merge(ada, bob);
    await of.update({ id: ada, addTags: ['beta'] });
    await of.unmerge(merge.id);
    const log = await auditOf(of, bob);
    expect(log.nodes).toEqual([
      {
        at: expect.any(String),
        actor: 'key:test',
        action: 'UNMERGED',
        contactId: bob,
        details: { merge: merge.id, pieces: [ada, bob] },
      },
      {
        at: expect.any(String),
        actor: 'key:test',
        action: 'MERGED',
        contactId: bob,
        details: { merge: merge.id, survivor: ada, absorbed: [bob] },
      },
      {
        at: expect.any(String),
        actor: 'key:test',
        action: 'CREATED',
        contactId: bob,
        details: { identifiers: ['EMAIL'], addTags: ['vip'] },
      },
    ]);
    expect((await auditOf(of, ada)).nodes.map(({ action }: { action: string }) => action)).toEqual([
      'UNMERGED',
      'EDITED',
      'MERGED',
      'CREATED',
    ]);
    const first = await auditOf(of, ada, { first: 3 });
    const rest = await auditOf(of, ada, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual((await auditOf(of, ada)).nodes);
    const analyst = await part.ask(
      'query ($id: ID!) { contact(id: $id) { auditLog { nodes { action details } } } }',
      { id: ada },
      { account: of.account, scopes: ['contacts:read', 'compliance:read'] },
    );
    expect(analyst.data.contact.auditLog.nodes[0]).toEqual({ action: 'UNMERGED', details: null });
  });
});

describe('an archived contact', () => {
  const listed = async (of: TestAccount, includeArchived: boolean, search: string | null = null) =>
    (
      await of.ask(
        'query ($all: Boolean, $search: String) { contacts(includeArchived: $all, search: $search) { nodes { id } } }',
        { all: includeArchived, search },
      )
    ).contacts.nodes.map(({ id }: { id: string }) => id);
  const everybody = async (of: TestAccount, includeArchived: boolean) =>
    (
      await of.ask('query ($all: Boolean) { everyContact(includeArchived: $all) { contacts } }', {
        all: includeArchived,
      })
    ).everyContact.contacts;

  test('is left out of lists, searches and audiences unless asked for, keeps everything and is found', async () => {
    const of = await openTestAccount(part);
    const ada = (await of.upsert([{ email: 'ada@example.com' }], { addTags: ['vip'] })).contact.id;
    const bob = (await of.upsert([{ email: 'bob@example.com' }])).contact.id;
    const before = await of.contact(ada);
    const audience = await everybody(of, false);
    expect((await of.update({ id: ada, archived: true })).userErrors).toEqual([]);
    expect(await listed(of, false)).toEqual([bob]);
    expect(await listed(of, false, 'ada')).toEqual([]);
    expect(await listed(of, true)).toEqual([bob, ada]);
    expect(await listed(of, true, 'ada')).toEqual([ada]);
    expect(await everybody(of, true)).toBe(audience);
    expect(await everybody(of, false)).not.toBe(audience);
    const { archivedAt } = await of.contact(ada);
    expect(archivedAt).not.toBeNull();
    // A record finds it and does not bring it back.
    expect(await of.upsert([{ email: 'ada@example.com' }, { mobile: '+15125550123' }])).toMatchObject({
      outcome: 'UPDATED',
      contact: { id: ada },
    });
    expect(await of.contact(ada)).toMatchObject({ archivedAt, tags: ['vip'] });
    await of.update({ id: ada, archived: true });
    expect((await of.contact(ada)).archivedAt).toBe(archivedAt);
    await of.update({ id: ada, archived: false });
    expect(await of.contact(ada)).toMatchObject({ archivedAt: null, tags: before.tags });
    expect(await listed(of, false)).toEqual([bob, ada]);
    expect((await auditOf(of, ada)).nodes.map(({ action }: { action: string }) => action)).toEqual([
      'UNARCHIVED',
      'EDITED',
      'ARCHIVED',
      'CREATED',
    ]);
  });

  test('that is merged with one that is not is shown, and is archived again when they are taken apart', async () => {
    const of = await openTestAccount(part);
    const ada = (await of.upsert([{ email: 'ada@example.com' }])).contact.id;
    const bob = (await of.upsert([{ email: 'bob@example.com' }])).contact.id;
    await of.update({ id: ada, archived: true });
    const before = [await of.contact(ada), await of.contact(bob)];
    const { merge } = await of.merge(ada, bob);
    expect(await of.contact(bob)).toMatchObject({ id: ada, archivedAt: null });
    expect(await listed(of, false)).toEqual([ada]);
    await of.unmerge(merge.id);
    expect([await of.contact(ada), await of.contact(bob)]).toEqual(before);
    expect(await listed(of, false)).toEqual([bob]);
  });

  test('archived while merged stays so on both', async () => {
    const of = await openTestAccount(part);
    const ada = (await of.upsert([{ email: 'ada@example.com' }])).contact.id;
    const bob = (await of.upsert([{ email: 'bob@example.com' }])).contact.id;
    const { merge } = await of.merge(ada, bob);
    await of.update({ id: bob, archived: true });
    expect(await listed(of, false)).toEqual([]);
    await of.unmerge(merge.id);
    expect(await listed(of, false)).toEqual([]);
    for (const id of [ada, bob]) expect((await of.contact(id)).archivedAt).not.toBeNull();
  });
});
