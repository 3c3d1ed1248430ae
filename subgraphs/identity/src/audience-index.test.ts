import { decodeBits, numbersIn } from '@ucp/kit/contact-bits';
import { createDatabase } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import type { Subgraph } from '@ucp/kit/subgraph';
import { createTestPart, type TestPart, testCaller, testSecret } from '@ucp/kit/testing/part';
import { wordsSent } from '@ucp/kit/words';
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

/** Names of the statements an answer cost, `begin` and the like left out. */
const named = (statements: readonly string[]): string[] =>
  statements.flatMap((text) => /^\/\* (\w+)/.exec(text)?.[1] ?? []);

const byField = (predicate: object) => asking.matching('field', 'FieldPredicate', predicate);

describe('the index of an account', () => {
  test('costs one statement while nothing changes, whatever a request asks', async () => {
    await asking.contact('ada@example.com', { addTags: ['vip'] });
    const document =
      '{ everyContact { contacts } tagAudience(predicates: [{ equals: "vip" }]) { contacts } identifierAudience(predicates: [{ kind: "EMAIL" }]) { contacts } }';
    const first = named((await asking.ask(document)).statements);
    expect(first).toContain('audience_population');
    expect(named((await asking.ask(document)).statements)).toEqual(['audience_head']);
    // A column that nobody asked about yet is read then, and no other.
    const created = named(
      (await asking.ask('{ createdAudience(predicates: [{ within: "P1D" }]) { contacts } }')).statements,
    );
    expect(created).toEqual(['audience_head', 'audience_planning', 'audience_head', 'audience_created']);
  });

  test('reads again what changed, and nothing else', async () => {
    await of.define({ key: 'city', label: 'City', type: 'TEXT' });
    const ada = await asking.contact('ada@example.com', fieldGiven('city', 'Austin'));
    expect(await byField({ key: 'city', equals: 'AUSTIN' })).toEqual([ada.no]);
    const bob = await asking.contact('bob@example.com', fieldGiven('city', 'austin'));
    const { data, statements } = await asking.ask(leafDocument('field', 'FieldPredicate'), {
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
    const one = await asking.contact('one@example.com', fieldGiven('plan', 'free'));
    part.clock.setOffset(1_000);
    const two = await asking.contact('two@example.com', fieldGiven('plan', 'pro'));
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

  test('has everything that was committed before a question, however many write and ask at once', async () => {
    const missed: number[] = [];
    const write = async (writer: number): Promise<void> => {
      for (let i = 0; i < 12; i++) {
        const { no } = await asking.contact(`person${writer}.${i}@example.com`, { addTags: ['vip'] });
        const { data } = await asking.ask(
          '{ everyContact { contacts } tagAudience(predicates: [{ equals: "vip" }]) { contacts } }',
        );
        for (const { contacts } of [data.everyContact, data.tagAudience[0]])
          if (!numbersIn(decodeBits(contacts)).includes(no)) missed.push(no);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    expect(missed).toEqual([]);
    expect(await of.contacts()).toHaveLength(96);
  });

  test('of which most changed at once is read anew, page by page, merged contacts among the others', async () => {
    await of.define({ key: 'visits', label: 'Visits', type: 'NUMBER' });
    await asking.contact('ada@example.com');
    const visits = { key: 'visits', greaterThan: 4 };
    const asked = leafDocument('field', 'FieldPredicate').replace('{ leaves', '{ everyContact { contacts } leaves');
    await asking.ask(asked, { predicates: [visits] });
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
    const { data, statements } = await asking.ask(asked, { predicates: [visits] });
    expect(named(statements).filter((name) => name === 'audience_population')).toHaveLength(2);
    const numbers = Array.from({ length: 21_000 }, (_, i) => i + 1);
    expect(numbersIn(decodeBits(data.everyContact.contacts))).toEqual(numbers.filter((no) => no % 10 !== 0));
    expect(numbersIn(decodeBits(data.leaves[0].contacts))).toEqual(numbers.filter((no) => no % 10 > 4));
  });

  test('of a database that went back is read anew', async () => {
    const everybody = async () =>
      numbersIn(decodeBits((await asking.ask('{ everyContact { contacts } }')).data.everyContact.contacts));
    const ada = await asking.contact('ada@example.com');
    const bob = await asking.contact('bob@example.com');
    expect(await everybody()).toEqual([ada.no, bob.no]);
    const db = createDatabase({ url: part.databaseUrl, clock: part.clock, log: createLog('test', 'silent') });
    await db.pool.query('delete from contact where account_id = $1 and contact_no = $2', [of.account, bob.no]);
    await db.pool.query('update journal_head set rev = rev - 1 where account_id = $1', [of.account]);
    await db.close();
    expect(await everybody()).toEqual([ada.no]);
  });

  test('is of its account only', async () => {
    await asking.contact('ada@example.com', { addTags: ['vip'] });
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
    const { no } = await asking.contact('ada@example.com');
    for (let i = 0; i < 2; i++) {
      sent.length = 0;
      const { data } = await small.execute({ query: everybody }, testCaller({ account: of.account }));
      expect(numbersIn(wordsSent(Object(data).everyContact.contacts))).toEqual([no]);
      expect(named(sent)).toContain('audience_population');
    }
  });
});
