import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 6);
let part: TestPart;
let opened = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

const openAccount = async (settings: object = {}): Promise<number> =>
  (
    await part.ask(
      'mutation ($name: String!, $settings: AccountSettingsInput) { accountOpen(name: $name, settings: $settings, roles: []) { account } }',
      {
        name: `editing ${opened++}`,
        settings,
      },
    )
  ).data.accountOpen.account;

const upsert = async (account: number, ...identifiers: object[]): Promise<string> =>
  (
    await part.ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }',
      { input: { identifiers } },
      { account },
    )
  ).data.contactUpsert.contact.id;
const mutate = async (account: number, field: string, type: string, input: object, selection: string) =>
  (
    await part.ask(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code field message } } }`,
      { input },
      { account },
    )
  ).data[field];
const contactOf = async (account: number, id: string) =>
  (
    await part.ask(
      'query ($id: ID!) { contact(id: $id) { id updatedAt tags identifiers { kind value primary } compliance { marketingObjection } } }',
      { id },
      { account },
    )
  ).data.contact;

describe('a review', () => {
  const reviews = async (account: number, states?: string[]) =>
    (
      await part.ask(
        'query ($states: [MergeReviewState!]) { mergeReviews(states: $states) { nodes { id state rule decidedBy contacts { id } } } }',
        states === undefined ? {} : { states },
        { account },
      )
    ).data.mergeReviews.nodes;
  const decide = async (account: number, how: 'Approve' | 'Reject', id: string) =>
    (
      await part.ask(
        `mutation ($id: ID!) { mergeReview${how}(id: $id) { review { state decidedBy } merge { reason } userErrors { code message } } }`,
        { id },
        { account },
      )
    ).data[`mergeReview${how}`];
  const shared = '+15125550100';

  test('that is approved merges its contacts against a rule of caution; one that is rejected is not brought up again', async () => {
    const account = await openAccount({ sharedIdentifiers: [shared] });
    const desk = await upsert(account, { mobile: shared });
    const ada = await upsert(account, { email: 'ada@example.com' });
    await upsert(account, { email: 'ada@example.com' }, { mobile: shared });
    const [first] = await reviews(account);
    expect(first).toMatchObject({ state: 'OPEN', rule: 'SHARED_IDENTIFIER', contacts: [{ id: desk }, { id: ada }] });
    expect(await decide(account, 'Reject', first.id)).toMatchObject({
      review: { state: 'REJECTED', decidedBy: 'key:test' },
      merge: null,
    });
    await upsert(account, { email: 'ada@example.com' }, { mobile: shared });
    expect(await reviews(account)).toEqual([]);
    expect((await decide(account, 'Approve', first.id)).userErrors).toEqual([
      { code: 'BAD_USER_INPUT', message: 'The review was decided already: REJECTED' },
    ]);

    const grace = await upsert(account, { email: 'grace@example.com' });
    await upsert(account, { email: 'grace@example.com' }, { mobile: shared });
    const [second] = await reviews(account);
    expect(await decide(account, 'Approve', second.id)).toMatchObject({
      review: { state: 'APPROVED' },
      merge: { reason: expect.stringMatching(/^review: /) },
    });
    expect((await contactOf(account, grace)).id).toBe(desk);
    expect(await reviews(account, ['APPROVED', 'REJECTED'])).toHaveLength(2);
  });

  test('that a limit speaks against cannot be approved, and stays open', async () => {
    const account = await openAccount();
    await upsert(account, { externalId: 'A-1' });
    await upsert(account, { externalId: 'A-2' }, { mobile: '+15125550123' });
    await upsert(account, { externalId: 'A-1' }, { mobile: '+15125550123' });
    const [open] = await reviews(account);
    expect((await decide(account, 'Approve', open.id)).userErrors).toMatchObject([{ code: 'MERGE_CONFLICT' }]);
    expect(await reviews(account)).toMatchObject([{ id: open.id, state: 'OPEN' }]);
  });
});

describe('an edit', () => {
  const update = (account: number, input: object) =>
    mutate(
      account,
      'contactUpdate',
      'ContactUpdateInput',
      input,
      'contact { tags updatedAt identifiers { value primary } }',
    );

  test('changes tags and which identifier comes first, and the same again changes nothing', async () => {
    const account = await openAccount();
    const id = await upsert(account, { email: 'ada@example.com' }, { email: 'ada@work.example' });
    const input = { id, addTags: ['vip'], primary: [{ email: 'Ada@Work.example' }] };
    const { contact } = await update(account, input);
    expect(contact).toMatchObject({
      tags: ['vip'],
      identifiers: [
        { value: 'ada@work.example', primary: true },
        { value: 'ada@example.com', primary: false },
      ],
    });
    expect((await update(account, input)).contact.updatedAt).toBe(contact.updatedAt);
    expect((await update(account, { id, primary: [{ email: 'nobody@example.com' }] })).userErrors).toEqual([
      { code: 'BAD_USER_INPUT', field: ['input', 'primary', '0'], message: 'The contact has no such identifier' },
    ]);
  });

  test('puts one identifier of a kind first, and not two', async () => {
    const account = await openAccount();
    const id = await upsert(account, { email: 'ada@example.com' }, { email: 'ada@work.example' });
    const primary = [{ email: 'ada@example.com' }, { email: 'ada@work.example' }];
    expect((await update(account, { id, primary })).userErrors).toEqual([
      {
        code: 'BAD_USER_INPUT',
        field: ['input', 'primary', '1'],
        message: 'One identifier of a kind comes first, got two of EMAIL',
      },
    ]);
  });

  test('is refused when the contact was changed since the editor saw it', async () => {
    const account = await openAccount();
    const id = await upsert(account, { email: 'ada@example.com' });
    const seen = (await contactOf(account, id)).updatedAt;
    expect((await update(account, { id, addTags: ['one'], ifUnchangedSince: seen })).userErrors).toEqual([]);
    const late = await update(account, { id, addTags: ['two'], ifUnchangedSince: seen });
    expect(late.userErrors).toMatchObject([{ code: 'MERGE_CONFLICT', field: ['input', 'ifUnchangedSince'] }]);
    expect((await contactOf(account, id)).tags).toEqual(['one']);
  });
});

describe('a split', () => {
  const split = (account: number, input: object) =>
    mutate(
      account,
      'contactIdentifierSplit',
      'ContactIdentifierSplitInput',
      input,
      'contacts { id identifiers { value } compliance { marketingObjection } }',
    );

  test('gives an identifier a contact of its own; a record with both goes to review, a merge by hand joins them', async () => {
    const account = await openAccount();
    const id = await upsert(account, { email: 'ada@example.com' }, { mobile: '+15125550123' });
    await mutate(
      account,
      'contactComplianceSet',
      'ContactComplianceInput',
      { contactId: id, marketingObjection: true },
      'contact { id }',
    );
    const { contacts, userErrors } = await split(account, { contactId: id, identifier: { mobile: '(512) 555-0123' } });
    expect(userErrors).toEqual([]);
    expect(contacts).toEqual([
      { id, identifiers: [{ value: 'ada@example.com' }], compliance: { marketingObjection: true } },
      { id: expect.any(String), identifiers: [{ value: '+15125550123' }], compliance: { marketingObjection: true } },
    ]);
    const again = await part.ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { outcome } }',
      { input: { identifiers: [{ email: 'ada@example.com' }, { mobile: '+15125550123' }] } },
      { account },
    );
    expect(again.data.contactUpsert.outcome).toBe('MERGE_REFUSED');
    await mutate(
      account,
      'contactMerge',
      'ContactMergeInput',
      { contactIds: contacts.map((each: { id: string }) => each.id) },
      'contact { id }',
    );
    expect((await contactOf(account, id)).identifiers).toHaveLength(2);
    const { entries } = await part.subgraph.journal.after(account, 0);
    expect(entries.filter(({ kind }) => kind === 'LINK')).toHaveLength(2);
  });

  test('of the only identifier, or of one the contact does not have, is refused', async () => {
    const account = await openAccount();
    const id = await upsert(account, { email: 'ada@example.com' });
    expect(
      (await split(account, { contactId: id, identifier: { email: 'ada@example.com' } })).userErrors,
    ).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect((await split(account, { contactId: id, identifier: { mobile: '+15125550123' } })).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });
});

test('after any history every id ever given finds a contact, and every identifier is on exactly one', async () => {
  const email = fc.integer({ min: 0, max: 4 }).map((n) => ({ email: `person${n}@example.com` }));
  const mobile = fc.integer({ min: 0, max: 4 }).map((n) => ({ mobile: `+1512555012${n}` }));
  const step = fc.oneof(
    fc.record({
      do: fc.constant('upsert' as const),
      identifiers: fc.array(fc.oneof(email, mobile), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ do: fc.constant('merge' as const), one: fc.nat(), other: fc.nat() }),
    fc.record({ do: fc.constant('unmerge' as const), which: fc.nat() }),
    fc.record({ do: fc.constant('split' as const), one: fc.nat(), identifier: fc.oneof(email, mobile) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (history) => {
      const account = await openAccount();
      const ids: string[] = [];
      const merges: string[] = [];
      const given = new Set<string>();
      const pick = (list: readonly string[], n: number): string => list[n % Math.max(1, list.length)] ?? 'nobody';
      for (const each of history) {
        if (each.do === 'upsert') {
          const { data } = await part.ask(
            'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { outcome contact { id identifiers { value } } merge { id } } }',
            { input: { identifiers: each.identifiers } },
            { account },
          );
          const { contact, merge } = data.contactUpsert;
          ids.push(contact.id);
          for (const { value } of contact.identifiers) given.add(value);
          if (merge !== null) merges.push(merge.id);
        } else if (each.do === 'merge') {
          const { merge } = await mutate(
            account,
            'contactMerge',
            'ContactMergeInput',
            { contactIds: [pick(ids, each.one), pick(ids, each.other)] },
            'merge { id }',
          );
          if (merge !== null) merges.push(merge.id);
        } else if (each.do === 'unmerge') {
          const { data } = await part.ask(
            'mutation ($id: ID!) { contactUnmerge(mergeId: $id) { contacts { id } } }',
            { id: pick(merges, each.which) },
            { account },
          );
          ids.push(...(data.contactUnmerge.contacts ?? []).map(({ id }: { id: string }) => id));
        } else {
          const { contacts } = await mutate(
            account,
            'contactIdentifierSplit',
            'ContactIdentifierSplitInput',
            { contactId: pick(ids, each.one), identifier: each.identifier },
            'contacts { id }',
          );
          ids.push(...(contacts ?? []).map(({ id }: { id: string }) => id));
        }
      }
      for (const id of ids) expect(await contactOf(account, id), id).not.toBeNull();
      const { data } = await part.ask('{ contacts(first: 200) { nodes { identifiers { value } } } }', {}, { account });
      const shown = data.contacts.nodes.flatMap(({ identifiers }: { identifiers: { value: string }[] }) =>
        identifiers.map(({ value }) => value),
      );
      expect(shown.sort()).toEqual([...given].sort());
    }),
    { numRuns },
  );
});
