import { decodeBits, numbersIn } from '@ucp/kit/contact-bits';
import { createDatabase } from '@ucp/kit/database';
import { contactNoOf } from '@ucp/kit/ids';
import { createLog } from '@ucp/kit/log';
import type { Subgraph } from '@ucp/kit/subgraph';
import { createTestPart, type TestPart, testCaller, testSecret } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { openTestAccount, type TestAccount } from './testing/account.ts';

let part: TestPart;
let of: TestAccount;
beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());
beforeEach(async () => {
  part.clock.setOffset(0);
  of = await openTestAccount(part);
});

/** Names of the statements an answer cost, `begin` and the like left out. */
const named = (statements: readonly string[]): string[] =>
  statements.flatMap((text) => /^\/\* (\w+)/.exec(text)?.[1] ?? []);

const ask = (document: string, variables: Record<string, unknown> = {}, at?: number) =>
  part.ask(document, variables, { account: of.account, ...(at !== undefined && { at }) });

const leaf = (name: string, type: string) =>
  `query ($predicates: [${type}!]!, $ids: [ID!]) { leaves: ${name}Audience(predicates: $predicates, contactIds: $ids) { contacts } }`;

/** Numbers of those who match, as the account is asked and as its contacts are; both must be the same. */
async function matching(name: string, type: string, predicate: object, at?: number): Promise<number[]> {
  const ids = (await of.contacts()).map(({ id }) => id);
  const answers = [null, ids].map(async (asked) => {
    const { data, errors } = await ask(leaf(name, type), { predicates: [predicate], ids: asked }, at);
    expect(errors).toEqual([]);
    return numbersIn(decodeBits(data.leaves[0].contacts));
  });
  const [ofAccount, ofContacts] = await Promise.all(answers);
  expect(ofAccount).toEqual(ofContacts);
  return ofAccount ?? [];
}
const byField = (predicate: object) => matching('field', 'FieldPredicate', predicate);

async function contact(email: string, more: object = {}): Promise<{ readonly id: string; readonly no: number }> {
  const { id } = (await of.upsert([{ email }], more)).contact;
  return { id, no: contactNoOf(of.account, id) ?? 0 };
}
const value = (key: string, given: unknown) => ({ customFields: [{ key, value: given }] });

describe('the index of an account', () => {
  test('costs one statement while nothing changes, whatever a request asks', async () => {
    await contact('ada@example.com', { addTags: ['vip'] });
    const document =
      '{ everyContact { contacts } tagAudience(predicates: [{ equals: "vip" }]) { contacts } identifierAudience(predicates: [{ kind: "EMAIL" }]) { contacts } }';
    const first = named((await ask(document)).statements);
    expect(first).toContain('audience_population');
    expect(named((await ask(document)).statements)).toEqual(['audience_head']);
    // A column that nobody asked about yet is read then, and no other.
    const created = named((await ask('{ createdAudience(predicates: [{ within: "P1D" }]) { contacts } }')).statements);
    expect(created).toEqual(['audience_head', 'audience_planning', 'audience_head', 'audience_created']);
  });

  test('reads again what changed, and nothing else', async () => {
    await of.define({ key: 'city', label: 'City', type: 'TEXT' });
    const ada = await contact('ada@example.com', value('city', 'Austin'));
    expect(await byField({ key: 'city', equals: 'AUSTIN' })).toEqual([ada.no]);
    const bob = await contact('bob@example.com', value('city', 'austin'));
    const { data, statements } = await ask(leaf('field', 'FieldPredicate'), {
      predicates: [{ key: 'city', equals: 'Austin' }],
    });
    expect(numbersIn(decodeBits(data.leaves[0].contacts))).toEqual([ada.no, bob.no]);
    expect(named(statements)).toEqual([
      'audience_head',
      'audience_planning',
      'audience_head',
      'audience_planning',
      'audience_changed',
      'audience_planning',
      'parts_of_profiles',
    ]);
  });

  test('knows of a merge, of its taking back, and of a field whose strategy changed meanwhile', async () => {
    const field = { key: 'plan', label: 'Plan', type: 'TEXT', mergeStrategy: 'OLDEST' };
    await of.define(field);
    const one = await contact('one@example.com', value('plan', 'free'));
    part.clock.setOffset(1_000);
    const two = await contact('two@example.com', value('plan', 'pro'));
    const [free, pro] = [
      { key: 'plan', equals: 'free' },
      { key: 'plan', equals: 'pro' },
    ];
    expect([await byField(free), await byField(pro)]).toEqual([[one.no], [two.no]]);
    const { merge } = await of.merge(one.id, two.id);
    expect([await byField(free), await byField(pro)]).toEqual([[one.no], []]);
    await of.define({ ...field, mergeStrategy: 'MOST_RECENT' });
    expect([await byField(free), await byField(pro)]).toEqual([[], [one.no]]);
    await of.unmerge(merge.id);
    expect([await byField(free), await byField(pro)]).toEqual([[one.no], [two.no]]);
  });

  test('of which most changed at once is read anew, page by page, merged contacts among the others', async () => {
    await of.define({ key: 'visits', label: 'Visits', type: 'NUMBER' });
    await contact('ada@example.com');
    const visits = { key: 'visits', greaterThan: 4 };
    const asked = leaf('field', 'FieldPredicate').replace('{ leaves', '{ everyContact { contacts } leaves');
    await ask(asked, { predicates: [visits] });
    // Every tenth was merged into the one before it, which has no value of its own.
    const db = createDatabase({ url: part.databaseUrl, clock: part.clock, log: createLog('test', 'silent') });
    await db.transaction(async (tx) => {
      const write = (name: string, text: string) => tx.query({ name, text }, [of.account]);
      await write(
        'many_contacts',
        `insert into contact (account_id, contact_no, root_no, created_at, updated_at, primaries, rev)
          select $1, n, n - (n % 10 = 0)::int, now(), now(), '{}', h.rev + 1 from generate_series(2, 21000) n, journal_head h where h.account_id = $1`,
      );
      await write(
        'many_values',
        `insert into field_value (account_id, contact_no, field_no, value, source, updated_at)
          select $1, n, 1, to_jsonb(n % 10), 'test', now() from generate_series(2, 21000) n where n % 10 not in (9)`,
      );
      await write(
        'values_of_merged',
        `update field_value set value = to_jsonb(7) where account_id = $1 and contact_no % 10 = 0`,
      );
      await write('next_rev', 'update journal_head set rev = rev + 1 where account_id = $1');
    });
    // As an import does: plans of a table that was small would read all of it for each contact.
    await db.write({ name: 'analyze', text: 'analyze contact, field_value' }, []);
    await db.close();
    const { data, statements } = await ask(asked, { predicates: [visits] });
    expect(named(statements).filter((name) => name === 'audience_population')).toHaveLength(2);
    const numbers = Array.from({ length: 21_000 }, (_, i) => i + 1);
    expect(numbersIn(decodeBits(data.everyContact.contacts))).toEqual(numbers.filter((no) => no % 10 !== 0));
    expect(numbersIn(decodeBits(data.leaves[0].contacts))).toEqual(numbers.filter((no) => no % 10 > 4));
  });

  test('is of its account only', async () => {
    await contact('ada@example.com', { addTags: ['vip'] });
    const other = await openTestAccount(part);
    const document = '{ everyContact { contacts } tagAudience(predicates: [{ equals: "vip" }]) { contacts } }';
    await of.ask(document);
    expect(await other.ask(document)).toEqual({ everyContact: { contacts: '' }, tagAudience: [{ contacts: '' }] });
  });
});

describe('memory', () => {
  const everybody = '{ everyContact { contacts } }';
  let small: Subgraph;
  const sent: string[] = [];
  beforeAll(async () => {
    small = await createIdentity({
      databaseUrl: part.databaseUrl,
      clock: part.clock,
      secret: testSecret,
      log: createLog('test', 'silent'),
      publicUrl: 'https://contacts.test',
      audienceIndexBytes: 0,
      observe: (text) => sent.push(text),
    });
  });
  afterAll(() => small.stop());

  test('of which there is none: an account is read anew for each question, and told of the same', async () => {
    const { no } = await contact('ada@example.com');
    for (let i = 0; i < 2; i++) {
      sent.length = 0;
      const { data } = await small.execute({ query: everybody }, testCaller({ account: of.account }));
      expect(numbersIn(decodeBits(Object(data).everyContact.contacts))).toEqual([no]);
      expect(named(sent)).toContain('audience_population');
    }
  });
});

describe('when a contact was first known', () => {
  const byCreated = (predicate: object, at?: number) => matching('created', 'CreatedPredicate', predicate, at);

  test('is compared by whole seconds, and counted back from the moment asked', async () => {
    const { id, no } = await contact('ada@example.com');
    const at = Date.parse((await of.contact(id)).createdAt);
    const second = Math.floor(at / 1_000) * 1_000;
    const moment = (milliseconds: number): string => new Date(second + milliseconds).toISOString();
    expect(await byCreated({ after: moment(999) })).toEqual([no]);
    expect(await byCreated({ after: moment(1_000) })).toEqual([]);
    expect(await byCreated({ before: moment(1_000) })).toEqual([no]);
    expect(await byCreated({ before: moment(0) })).toEqual([]);
    expect(await byCreated({ within: 'PT1M' })).toEqual([no]);
    expect(await byCreated({ within: 'PT1M' }, second + 60_999)).toEqual([no]);
    expect(await byCreated({ within: 'PT1M' }, second + 61_000)).toEqual([]);
    // Who came later is not known yet.
    expect(await byCreated({ within: 'PT1M' }, second - 1)).toEqual([]);
    part.clock.setOffset(3_600_000);
    expect(await byCreated({ within: 'PT1M' })).toEqual([]);
    expect(await byCreated({ within: 'PT2H' })).toEqual([no]);
  });

  test('is of a merged contact that of the oldest', async () => {
    const one = await contact('one@example.com');
    part.clock.setOffset(86_400_000);
    const two = await contact('two@example.com');
    expect(await byCreated({ within: 'PT1H' })).toEqual([two.no]);
    await of.merge(one.id, two.id);
    expect(await byCreated({ within: 'PT1H' })).toEqual([]);
    expect(await byCreated({ within: 'P2D' })).toEqual([one.no]);
  });
});

test('where a contact came from is told by way, detail and time; of whom it is not known nobody matches', async () => {
  const acquired = (kind: string, detail?: string) => ({ acquisition: { kind, detail } });
  const form = await contact('form@example.com', acquired('FORM', 'Spring Fair'));
  const shop = await contact('shop@example.com', acquired('CHECKOUT'));
  // What is taken off a contact is one of which nobody knows where it came from.
  await of.upsert([{ email: 'form@example.com' }, { mobile: '+15125550123' }]);
  await of.ask(
    'mutation ($input: ContactIdentifierSplitInput!) { contactIdentifierSplit(input: $input) { userErrors { code } } }',
    { input: { contactId: form.id, identifier: { mobile: '+15125550123' } } },
  );
  expect(await of.contacts()).toHaveLength(3);
  const by = (predicate: object) => matching('acquisition', 'AcquisitionPredicate', predicate);
  expect(await by({})).toEqual([form.no, shop.no]);
  expect(await by({ kind: 'FORM' })).toEqual([form.no]);
  expect(await by({ detail: { equals: 'spring fair' } })).toEqual([form.no]);
  expect(await by({ detail: { contains: 'FAIR' } })).toEqual([form.no]);
  expect(await by({ kind: 'CHECKOUT', detail: {} })).toEqual([]);
  expect(await by({ after: '2020-01-01T00:00:00Z', before: '2020-02-01T00:00:00Z' })).toEqual([]);
  expect(await by({ after: '2020-01-01T00:00:00Z' })).toEqual([form.no, shop.no]);
});

describe('a condition that makes no sense', () => {
  beforeEach(async () => {
    await of.define({ key: 'city', label: 'City', type: 'TEXT' });
    await of.define({ key: 'visits', label: 'Visits', type: 'NUMBER' });
    await of.define({ key: 'birthday', label: 'Birthday', type: 'DATE' });
    await of.define({ key: 'seen', label: 'Seen', type: 'DATE_TIME' });
    await of.define({ key: 'member', label: 'Member', type: 'BOOLEAN' });
  });

  test.each([
    [{ key: 'shoe' }, 'The account has no field "shoe"'],
    [{ key: 'visits', equals: '3' }, 'The field "visits" is compared with a number, got "3"'],
    [{ key: 'city', equals: 3 }, 'The field "city" is compared with text of at most 4000 characters, got 3'],
    [
      { key: 'birthday', lessThan: '2026-02-30' },
      'The field "birthday" is compared with a date as 2026-03-01, got "2026-02-30"',
    ],
    [
      { key: 'seen', greaterThan: '2026-03-01' },
      'The field "seen" is compared with a moment with offset as 2026-03-01T09:30:00Z, got "2026-03-01"',
    ],
    [{ key: 'member', equals: 'yes' }, 'The field "member" is compared with true or false, got "yes"'],
    [{ key: 'visits', in: [1, '2'] }, 'The field "visits" is compared with a number, got "2"'],
    [{ key: 'visits', in: [] }, '"in" takes 1 to 1,000 values, got 0'],
    [
      { key: 'city', greaterThan: 'A' },
      '"greaterThan" is for fields of the type NUMBER, DATE or DATE_TIME, "city" is TEXT',
    ],
    [
      { key: 'visits', contains: '1' },
      '"contains" is for fields of the type TEXT, CHOICE or CHOICES, "visits" is NUMBER',
    ],
  ])('%j is refused, of the account as of one contact', async (predicate, message) => {
    const { id } = await contact('ada@example.com');
    for (const ids of [null, [id]]) {
      const { errors } = await ask(leaf('field', 'FieldPredicate'), { predicates: [predicate], ids });
      expect(errors).toEqual([{ message, code: 'BAD_USER_INPUT' }]);
    }
  });

  test('as one about when a contact was first known that says nothing', async () => {
    const { errors } = await ask(leaf('created', 'CreatedPredicate'), { predicates: [{}] });
    expect(errors).toEqual([
      { message: '"created" takes "after", "before" or "within", got none', code: 'BAD_USER_INPUT' },
    ]);
  });

  test('as a moment compared as text would be: another offset is the same moment', async () => {
    const { no } = await contact('ada@example.com', value('seen', '2026-03-01T09:30:00Z'));
    expect(await byField({ key: 'seen', equals: '2026-03-01T11:30:00+02:00' })).toEqual([no]);
    expect(await byField({ key: 'seen', lessThan: '2026-03-01T10:00:00+02:00' })).toEqual([]);
  });
});
