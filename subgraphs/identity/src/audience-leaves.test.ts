import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { openTestAccount, type TestAccount } from './testing/account.ts';
import { askingOf, fieldGiven, leafDocument } from './testing/leaf-answers.ts';

let part: TestPart;
let of: TestAccount;
let asking: ReturnType<typeof askingOf>;
beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());
beforeEach(async () => {
  part.clock.setOffset(0);
  of = await openTestAccount(part);
  asking = askingOf(part, of);
});

describe('when a contact was first known', () => {
  const byCreated = (predicate: object, at?: number) => asking.matching('created', 'CreatedPredicate', predicate, at);

  test('is compared by whole seconds, and counted back from the moment asked', async () => {
    const { id, no } = await asking.contact('ada@example.com');
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
    const one = await asking.contact('one@example.com');
    part.clock.setOffset(86_400_000);
    const two = await asking.contact('two@example.com');
    expect(await byCreated({ within: 'PT1H' })).toEqual([two.no]);
    await of.merge(one.id, two.id);
    expect(await byCreated({ within: 'PT1H' })).toEqual([]);
    expect(await byCreated({ within: 'P2D' })).toEqual([one.no]);
  });
});

test('where a contact came from is told by way, detail and time; of whom it is not known nobody matches', async () => {
  const acquired = (kind: string, detail?: string) => ({ acquisition: { kind, detail } });
  const form = await asking.contact('form@example.com', acquired('FORM', 'Spring Fair'));
  const shop = await asking.contact('shop@example.com', acquired('CHECKOUT'));
  // What is taken off a contact is one of which nobody knows where it came from.
  await of.upsert([{ email: 'form@example.com' }, { mobile: '+15125550123' }]);
  await of.ask(
    'mutation ($input: ContactIdentifierSplitInput!) { contactIdentifierSplit(input: $input) { userErrors { code } } }',
    { input: { contactId: form.id, identifier: { mobile: '+15125550123' } } },
  );
  expect(await of.contacts()).toHaveLength(3);
  const by = (predicate: object) => asking.matching('acquisition', 'AcquisitionPredicate', predicate);
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
    [{ key: 'visits', equals: '3' }, 'The field "visits" takes a number, got "3"'],
    [{ key: 'city', equals: 3 }, 'The field "city" is compared with text, got 3'],
    [{ key: 'birthday', lessThan: '2026-02-30' }, 'The field "birthday" takes a date as 2026-03-01, got "2026-02-30"'],
    [
      { key: 'seen', greaterThan: '2026-03-01' },
      'The field "seen" takes a moment with offset as 2026-03-01T09:30:00Z, got "2026-03-01"',
    ],
    [{ key: 'member', equals: 'yes' }, 'The field "member" takes true or false, got "yes"'],
    [{ key: 'visits', in: [1, '2'] }, 'The field "visits" takes a number, got "2"'],
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
    const { id } = await asking.contact('ada@example.com');
    for (const ids of [null, [id]]) {
      const { errors } = await asking.ask(leafDocument('field', 'FieldPredicate'), { predicates: [predicate], ids });
      expect(errors).toEqual([{ message, code: 'BAD_USER_INPUT' }]);
    }
  });

  test('as one about when a contact was first known that says nothing', async () => {
    const { errors } = await asking.ask(leafDocument('created', 'CreatedPredicate'), { predicates: [{}] });
    expect(errors).toEqual([
      { message: '"created" takes "after", "before" or "within", got none', code: 'BAD_USER_INPUT' },
    ]);
  });

  test('as a moment compared as text would be: another offset is the same moment', async () => {
    const { no } = await asking.contact('ada@example.com', fieldGiven('seen', '2026-03-01T09:30:00Z'));
    expect(
      await asking.matching('field', 'FieldPredicate', { key: 'seen', equals: '2026-03-01T11:30:00+02:00' }),
    ).toEqual([no]);
    expect(
      await asking.matching('field', 'FieldPredicate', { key: 'seen', lessThan: '2026-03-01T10:00:00+02:00' }),
    ).toEqual([]);
  });
});
