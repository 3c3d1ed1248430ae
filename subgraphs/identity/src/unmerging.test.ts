import { serviceCaller, serviceScope } from '@ucp/kit/caller';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { type Json, openTestAccount, type TestAccount } from './testing/account.ts';

/** Runs of each law; `npm run test:full` asks for more. */
const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 10);

let part: TestPart;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

const person = async (of: TestAccount, name: string): Promise<string> =>
  (await of.upsert([{ email: `${name}@example.com` }])).contact.id;
const record = (of: TestAccount, ...names: string[]) =>
  of.upsert(names.map((name) => ({ email: `${name}@example.com` })));
const reviews = async (of: TestAccount, states: readonly string[] = ['OPEN']): Promise<Json[]> =>
  (
    await of.ask(
      'query ($states: [MergeReviewState!]) { mergeReviews(states: $states) { nodes { id state rule decidedBy contacts { id } } } }',
      { states },
    )
  ).mergeReviews.nodes;
const decide = async (of: TestAccount, how: 'Approve' | 'Reject', id: string): Promise<Json> =>
  (
    await of.ask(
      `mutation ($id: ID!) { mergeReview${how}(id: $id) { review { state } merge { id } userErrors { code message } } }`,
      { id },
    )
  )[`mergeReview${how}`];
const auditOf = async (of: TestAccount, id: string): Promise<Json[]> =>
  (
    await of.ask('query ($id: ID!) { contact(id: $id) { auditLog { nodes { actor action contactId details } } } }', {
      id,
    })
  ).contact.auditLog.nodes;

describe('a merge of three', () => {
  test('that is taken back keeps each two of them apart', async () => {
    const of = await openTestAccount(part);
    const ids = [await person(of, 'ada'), await person(of, 'bob'), await person(of, 'eve')];
    const { merge } = await of.merge(...ids);
    await of.unmerge(merge.id);
    expect(await record(of, 'bob', 'eve')).toMatchObject({ outcome: 'MERGE_REFUSED' });
    expect(await reviews(of)).toMatchObject([{ rule: 'SEPARATED', contacts: [{ id: ids[1] }, { id: ids[2] }] }]);
  });
});

test('merges can be taken back in any order, also when those they were shown between are apart by then', async () => {
  const of = await openTestAccount(part);
  const ids: string[] = [];
  for (const name of ['ada', 'bob', 'eve', 'kim']) ids.push(await person(of, name));
  const [ada = '', bob = '', eve = '', kim = ''] = ids;
  const merges: string[] = [];
  for (const [one, other] of [
    [kim, bob],
    [eve, ada],
    [eve, kim],
  ])
    merges.push((await of.merge(String(one), String(other))).merge.id);
  for (const id of merges) await of.unmerge(id);
  for (const id of ids) expect((await of.contact(id)).id).toBe(id);
});

describe('contacts that are one already', () => {
  test('give the merge by which they are, whatever joined later', async () => {
    const of = await openTestAccount(part);
    const [ada, bob, eve] = [await person(of, 'ada'), await person(of, 'bob'), await person(of, 'eve')];
    const { merge: first } = await of.merge(ada, bob);
    const { merge: second } = await of.merge(ada, eve);
    expect((await of.merge(ada, bob)).merge.id).toBe(first.id);
    expect((await of.merge(eve, ada)).merge.id).toBe(second.id);
    expect((await of.merge(eve, bob)).merge.id).toBe(second.id);
  });
});

describe('a review', () => {
  test('is brought up again when what was approved is taken back and told once more', async () => {
    const of = await openTestAccount(part);
    const [ada, bob] = [await person(of, 'ada'), await person(of, 'bob')];
    const { merge } = await of.merge(ada, bob);
    await of.unmerge(merge.id);
    await record(of, 'ada', 'bob');
    const [first] = await reviews(of);
    const approved = await decide(of, 'Approve', first.id);
    expect(await reviews(of)).toEqual([]);
    await of.unmerge(approved.merge.id);
    expect(await record(of, 'ada', 'bob')).toMatchObject({ outcome: 'MERGE_REFUSED' });
    const [second] = await reviews(of);
    expect(second).toMatchObject({ state: 'OPEN', rule: 'SEPARATED', contacts: [{ id: ada }, { id: bob }] });
    expect(await reviews(of, ['APPROVED'])).toMatchObject([{ id: first.id, decidedBy: 'key:test' }]);
    await decide(of, 'Reject', second.id);
    await record(of, 'ada', 'bob');
    expect(await reviews(of)).toEqual([]);
  });

  test('is on the log of each of its contacts with who decided it', async () => {
    const of = await openTestAccount(part);
    const [ada, bob] = [await person(of, 'ada'), await person(of, 'bob')];
    await of.unmerge((await of.merge(ada, bob)).merge.id);
    await record(of, 'ada', 'bob');
    const [review] = await reviews(of);
    await decide(of, 'Reject', review.id);
    for (const id of [ada, bob]) {
      expect((await auditOf(of, id))[0]).toEqual({
        actor: 'key:test',
        action: 'REVIEWED',
        contactId: id,
        details: { review: review.id, rule: 'SEPARATED', decision: 'REJECTED' },
      });
    }
    const size = (await auditOf(of, ada)).length;
    await decide(of, 'Reject', review.id);
    expect(await auditOf(of, ada)).toHaveLength(size);
  });

  test('that is approved is on the log, also where its contacts became one meanwhile', async () => {
    const of = await openTestAccount(part);
    const actions = async (id: string) => (await auditOf(of, id)).map(({ action }) => action);
    const [ada, bob] = [await person(of, 'ada'), await person(of, 'bob')];
    await of.unmerge((await of.merge(ada, bob)).merge.id);
    await record(of, 'ada', 'bob');
    const [review] = await reviews(of);
    const { merge } = await of.merge(ada, bob);
    const before = await actions(ada);
    expect(await decide(of, 'Approve', review.id)).toMatchObject({ merge: { id: merge.id }, userErrors: [] });
    expect(await actions(ada)).toEqual(['REVIEWED', 'REVIEWED', ...before]);
  });
});

describe('a split while merged', () => {
  test('leaves every contact an identifier for when they are apart', async () => {
    const of = await openTestAccount(part);
    const ada = await person(of, 'ada');
    const bob = (await of.upsert([{ mobile: '+15125550123' }], { addTags: ['text'] })).contact.id;
    const { merge } = await of.merge(ada, bob);
    const { contactIdentifierSplit: split } = await of.ask(
      'mutation ($input: ContactIdentifierSplitInput!) { contactIdentifierSplit(input: $input) { contacts { id } userErrors { code field message } } }',
      { input: { contactId: ada, identifier: { mobile: '+15125550123' } } },
    );
    expect(split).toMatchObject({
      contacts: null,
      userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', 'identifier'] }],
    });
    await of.unmerge(merge.id);
    expect(await of.contact(bob)).toMatchObject({ identifiers: [{ value: '+15125550123' }], tags: ['text'] });
  });
});

describe('a primary address set by hand', () => {
  test('stays the primary one of a survivor that has no address of the kind', async () => {
    const of = await openTestAccount(part);
    const ada = (await of.upsert([{ mobile: '+15125550123' }])).contact.id;
    const bob = (await of.upsert([{ email: 'old@example.com' }, { email: 'young@example.com' }])).contact.id;
    await of.update({ id: bob, primary: [{ email: 'young@example.com' }] });
    const before = [await of.contact(ada), await of.contact(bob)];
    const { merge } = await of.merge(ada, bob);
    expect(
      (await of.contact(ada)).identifiers.filter(({ primary }: Json) => primary).map(({ value }: Json) => value),
    ).toEqual(['young@example.com', '+15125550123']);
    await of.unmerge(merge.id);
    expect([await of.contact(ada), await of.contact(bob)]).toEqual(before);
  });

  test('while merged gives way, once they are apart, to the one that was set before, and holds again when they are one', async () => {
    const of = await openTestAccount(part);
    const ada = (await of.upsert([{ email: 'old@example.com' }, { email: 'work@example.com' }])).contact.id;
    const bob = (await of.upsert([{ email: 'bob@example.com' }])).contact.id;
    const firstOf = async (id: string) => (await of.contact(id)).identifiers[0].value;
    await of.update({ id: ada, primary: [{ email: 'work@example.com' }] });
    const { merge } = await of.merge(ada, bob);
    await of.update({ id: ada, primary: [{ email: 'bob@example.com' }] });
    expect(await firstOf(ada)).toBe('bob@example.com');
    await of.unmerge(merge.id);
    expect([await firstOf(ada), await firstOf(bob)]).toEqual(['work@example.com', 'bob@example.com']);
    await of.merge(ada, bob);
    expect(await firstOf(bob)).toBe('bob@example.com');
  });
});

test('who asks for the account alone is told of the merges before it, so that a page finds them in every channel', async () => {
  const of = await openTestAccount(part);
  const revAfter = async (): Promise<number> => {
    const caller = { ...serviceCaller('gateway', of.account), scopes: [serviceScope, 'contacts:read'] };
    const { extensions } = await part.subgraph.execute({ query: '{ account { name } }' }, caller);
    return extensions?.revs?.identity ?? 0;
  };
  const [ada, bob] = [await person(of, 'ada'), await person(of, 'bob')];
  const before = await revAfter();
  const { merge } = await of.merge(ada, bob);
  const merged = await revAfter();
  await of.unmerge(merge.id);
  expect([merged - before, (await revAfter()) - merged]).toEqual([1, 1]);
});

describe('a merge between others', () => {
  test('that is taken back leaves with whom a record put them', async () => {
    const of = await openTestAccount(part);
    const [ada, bob, eve] = [await person(of, 'ada'), await person(of, 'bob'), await person(of, 'eve')];
    const { merge } = await of.merge(ada, bob);
    expect(await record(of, 'bob', 'eve')).toMatchObject({ outcome: 'MERGED' });
    await of.unmerge(merge.id);
    expect((await of.contact(ada)).identifiers).toHaveLength(1);
    expect((await of.contact(eve)).id).toBe(bob);
  });
});

test('law: a merge taken back leaves what there would be had it never been', async () => {
  const names = ['ada', 'bob', 'eve', 'joe', 'sue'];
  const pairs = fc.array(fc.uniqueArray(fc.nat(names.length - 1), { minLength: 2, maxLength: 3 }), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(pairs, fc.nat(), async (merges, which) => {
      const tell = async (left: number | null) => {
        const of = await openTestAccount(part);
        const ids: string[] = [];
        for (const name of names) {
          ids.push(await person(of, name));
          part.clock.setOffset(part.clock.offset() + 1_000);
        }
        const made: string[] = [];
        for (const [i, pair] of merges.entries()) {
          if (i === left) continue;
          const { merge } = await of.merge(...pair.map((n) => String(ids[n])));
          // What is told of those who are one already adds nothing, and is not there when they are apart.
          fc.pre(!made.includes(merge.id) && merge.absorbedIds.length === pair.length - 1);
          made.push(merge.id);
        }
        return { of, ids, made };
      };
      const shown = async ({ of, ids }: { readonly of: TestAccount; readonly ids: readonly string[] }) =>
        (await of.contacts()).map(({ id, identifiers }) => [
          ids.indexOf(id),
          identifiers.map(({ value }: Json) => value),
        ]);
      const taken = which % merges.length;
      const [told, other] = [await tell(null), await tell(taken)];
      await told.of.unmerge(String(told.made[taken]));
      expect(await shown(told)).toEqual(await shown(other));
    }),
    { numRuns },
  );
});

describe('a remark', () => {
  test.each([
    ['A remark is text without NUL and without halves of characters', 'told us \u0000'],
    ['A remark has at most 500 characters, got 501', 'x'.repeat(501)],
  ])('is refused: %s', async (message, reason) => {
    const of = await openTestAccount(part);
    const contactIds = [await person(of, 'ada'), await person(of, 'bob')];
    const { contactMerge } = await of.ask(
      'mutation ($input: ContactMergeInput!) { contactMerge(input: $input) { userErrors { code field message } } }',
      { input: { contactIds, reason } },
    );
    expect(contactMerge.userErrors).toEqual([{ code: 'BAD_USER_INPUT', field: ['input', 'reason'], message }]);
  });
});

describe('text that cannot be kept', () => {
  test.each([
    ['a NUL in an address', { identifiers: [{ email: 'a\u0000b@example.com' }] }],
    ['a NUL in an external id', { identifiers: [{ externalId: 'A\u0000' }] }],
    ['a NUL in a tag', { identifiers: [{ email: 'ada@example.com' }], addTags: ['v\u0000ip'] }],
    [
      'a NUL in a field',
      { identifiers: [{ email: 'ada@example.com' }], customFields: [{ key: 'city', value: 'A\u0000' }] },
    ],
    [
      'half a character in a field',
      { identifiers: [{ email: 'ada@example.com' }], customFields: [{ key: 'city', value: 'A\ud800' }] },
    ],
    [
      'a day that is none',
      { identifiers: [{ email: 'ada@example.com' }], customFields: [{ key: 'seen', value: '2026-02-30T09:00:00Z' }] },
    ],
  ])('%s is refused', async (_what, { identifiers, ...more }) => {
    const of = await openTestAccount(part);
    await of.define({ key: 'city', label: 'City', type: 'TEXT' });
    await of.define({ key: 'seen', label: 'Seen', type: 'DATE_TIME' });
    expect(await of.upsert(identifiers, more)).toMatchObject({ userErrors: [{ code: 'BAD_USER_INPUT' }] });
  });
});
