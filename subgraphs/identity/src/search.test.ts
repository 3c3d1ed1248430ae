import { createDatabase } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';

/** Runs of each law; `npm run test:full` asks for more. */
const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 6);

let part: TestPart;
let account = 0;
let opened = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());
beforeEach(async () => {
  account = await openAccount();
});

async function openAccount(): Promise<number> {
  const { data } = await part.ask('mutation ($name: String!) { accountOpen(name: $name, roles: []) { account } }', {
    name: `search ${opened++}`,
  });
  const caller = { account: data.accountOpen.account };
  for (const [key, type, options] of [
    ['first_name', 'TEXT'],
    ['last_name', 'TEXT'],
    ['city', 'TEXT'],
    ['plan', 'CHOICE', ['Gold', 'Silver']],
    ['age', 'NUMBER'],
  ] as const) {
    await part.ask(
      'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { message } } }',
      { input: { key, label: key, type, options } },
      caller,
    );
  }
  return data.accountOpen.account;
}

async function contact(
  identifiers: object | readonly object[],
  fields: Readonly<Record<string, unknown>> = {},
  addTags: readonly string[] = [],
): Promise<string> {
  const customFields = Object.entries(fields).map(([key, value]) => ({ key, value }));
  const { data } = await part.ask(
    'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } userErrors { message } } }',
    { input: { identifiers: [identifiers].flat(), customFields, addTags } },
    { account },
  );
  expect(data.contactUpsert.userErrors).toEqual([]);
  return data.contactUpsert.contact.id;
}

const document = `query ($search: String, $first: Int, $after: String) {
  contacts(search: $search, first: $first, after: $after) { nodes { id displayName } pageInfo { hasNextPage endCursor } } }`;

async function page(search: string, first = 200, after: string | null = null) {
  const { data, errors } = await part.ask(document, { search, first, after }, { account });
  expect(errors).toEqual([]);
  return data.contacts;
}

const found = async (search: string): Promise<string[]> =>
  (await page(search)).nodes.map(({ displayName }: { readonly displayName: string }) => displayName);

describe('one contact', () => {
  beforeEach(async () => {
    await contact({ email: 'someone.else@example.com' }, { first_name: 'Peter', last_name: 'Novak', city: 'Dallas' }, [
      'late',
    ]);
    await contact(
      [{ email: 'Zoe.L@example.com' }, { mobile: '(512) 555-0142' }, { externalId: 'NW-1001_b' }],
      { first_name: 'Zoë', last_name: 'Lindqvist', city: 'San Antonio', plan: 'Gold', age: 4711 },
      ['Very Important'],
    );
  });

  test.each([
    ['zoe'],
    ['ZOË LINDQ'],
    ['qvist zo'],
    ['zoe.l@exa'],
    ['zo'],
    ['512 555-0142'],
    ['+1 (512) 555 0142'],
    ['5550142'],
    ['555-01'],
    ['zoe 512 5550142'],
    ['nw-1001'],
    ['1001_B'],
    ['important'],
    ['san ant'],
    ['gold'],
    ['an zoe'],
    ['tag:important city:antonio'],
    ['tag:"very important"'],
    ['"san antonio"'],
    ['email:zoe mobile:5125550142 external_id:nw name:lindqvist plan:gold'],
    ['zoe\u0000\ud800 lindqvist'],
    // Spelled alike.
    ['lindqist'],
    ['lindquist'],
    ['zoe lindqvst'],
  ])('is found by %s', async (search) => {
    expect(await found(search)).toEqual(['Zoë Lindqvist']);
  });

  test.each([
    ['zoe peter'],
    ['4711'],
    ['%'],
    ['_'],
    ['zo%l'],
    ['1001%b'],
    ['\\'],
    ['NW\\1001'],
    ['io'],
    ['city:zoe'],
    ['tag:gold'],
    ['name:"san antonio"'],
    ['email:5550142'],
    ['crm:zoe'],
    ['"antonio san"'],
    // Too short to be taken for misspelled.
    ['zoo'],
    // Only names are.
    ['san antonjo'],
  ])('is not found by %s', async (search) => {
    expect(await found(search)).toEqual([]);
  });

  test('is never found from another account', async () => {
    account = await openAccount();
    expect(await found('zoe')).toEqual([]);
    expect(await found('lindqist')).toEqual([]);
  });
});

describe('the order', () => {
  test('is words as written, then spelled closely, then somewhat alike, each newest first', async () => {
    await contact({ email: 'a@example.com' }, { first_name: 'Johnson' });
    await contact({ email: 'b@example.com' }, { first_name: 'Jonson' });
    await contact({ email: 'jonson@example.com' }, { first_name: 'Maria' });
    await contact({ email: 'c@example.com' }, { first_name: 'Jonas' });
    await contact({ email: 'd@example.com' }, { first_name: 'Jonsen' });
    await contact({ email: 'e@example.com' }, { first_name: 'Grace' });
    expect(await found('jonson')).toEqual(['Maria', 'Jonson', 'Johnson', 'Jonsen', 'Jonas']);
  });
});

describe('a merged contact', () => {
  const merge = async (...contactIds: readonly string[]): Promise<string> => {
    const { data } = await part.ask(
      'mutation ($input: ContactMergeInput!) { contactMerge(input: $input) { merge { id } userErrors { message } } }',
      { input: { contactIds } },
      { account },
    );
    expect(data.contactMerge.userErrors).toEqual([]);
    return data.contactMerge.merge.id;
  };

  test('is found by what is shown of it, and each as before after an unmerge', async () => {
    const ada = await contact({ email: 'ada@example.com' }, { first_name: 'Ada', city: 'Austin' }, ['vip']);
    part.clock.setOffset(part.clock.offset() + 60_000);
    const countess = await contact({ mobile: '+15125550142' }, { first_name: 'Augusta', last_name: 'King' });
    const mergeId = await merge(ada, countess);
    // Words of both originals find the one contact; the name that is not shown any more does not.
    expect((await page('austin king 5550142 tag:vip')).nodes.map(({ id }: { id: string }) => id)).toEqual([ada]);
    expect(await found('name:ada')).toEqual([]);
    expect(await found('ada')).toEqual(['Augusta King']);
    expect(await found('augusta')).toEqual(['Augusta King']);
    await part.ask(
      'mutation ($mergeId: ID!) { contactUnmerge(mergeId: $mergeId) { userErrors { message } } }',
      { mergeId },
      { account },
    );
    expect(await found('name:ada')).toEqual(['Ada']);
    expect(await found('austin king')).toEqual([]);
    expect(await found('king')).toEqual(['Augusta King']);
  });

  test('stands among those spelled alike where the name as written is not shown', async () => {
    const older = await contact({ email: 'a@example.com' }, { first_name: 'Jonson' });
    part.clock.setOffset(part.clock.offset() + 60_000);
    const newer = await contact({ email: 'b@example.com' }, { first_name: 'Jonsen' });
    await merge(older, newer);
    await contact({ email: 'c@example.com' }, { first_name: 'Johnson' });
    await contact({ email: 'd@example.com' }, { first_name: 'Jonson' });
    expect(await found('jonson')).toEqual(['Jonson', 'Johnson', 'Jonsen']);
  });

  test('a tag that was taken off is not found', async () => {
    const id = await contact({ email: 'ada@example.com' }, { first_name: 'Ada' }, ['vip']);
    await part.ask(
      'mutation ($input: ContactUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }',
      { input: { id, removeTags: ['vip'] } },
      { account },
    );
    expect(await found('vip')).toEqual([]);
  });
});

test.each([
  [`${'a'.repeat(201)}`, '"search" has at most 200 characters, got 201'],
  ['a b c d e f g h i', '"search" has at most 8 words, got 9'],
  ['age:47', '"search" looks in fields of the types TEXT and CHOICE, and "age" is of the type NUMBER: ask "audience"'],
])('the search %s is refused', async (search, message) => {
  expect((await part.ask(document, { search }, { account })).errors).toEqual([{ message, code: 'BAD_USER_INPUT' }]);
});

test('a cursor of another list is refused', async () => {
  await contact({ email: 'ada@example.com' });
  await contact({ email: 'adam@example.com' });
  const { endCursor } = (await page('', 1)).pageInfo;
  const { errors } = await part.ask(document, { search: 'ada', after: endCursor }, { account });
  expect(errors).toEqual([
    { message: expect.stringContaining('must be a cursor of this list (search)'), code: 'BAD_USER_INPUT' },
  ]);
});

test('many contacts with common words are found too, beyond the newest that are looked through first', async () => {
  const emails = Array.from({ length: 4_500 }, (_, i) => `common${i}@example.com`);
  const log = createLog('test', 'silent');
  const db = createDatabase({ url: part.databaseUrl, clock: part.clock, log });
  await db.pool.query(
    `insert into contact (account_id, contact_no, root_no, created_at, updated_at, primaries, rev)
      select $1, n, n, now(), now(), '{}', 1 from generate_series(1, $2::int) n`,
    [account, emails.length],
  );
  await db.pool.query(
    `insert into identifier (account_id, kind, value, given, contact_no, verified, source, first_seen_at, rev)
      select $1, 'EMAIL', e, e, n, false, 'test', now(), 1 from unnest($2::text[]) with ordinality as u(e, n)`,
    [account, emails],
  );
  await db.pool.query(
    `insert into tag (account_id, contact_no, tag, present, at)
      select $1, n, case when n <= 2100 then 'early bird' else 'later' end, true, now() from generate_series(1, $2::int) n`,
    [account, emails.length],
  );
  await db.close();
  // Both words are common, and only old contacts have both.
  const shown = Number(process.env.UCP_PROPERTY_RUNS ?? 0) >= 1_000 ? 2100 : 400;
  const seen: string[] = [];
  for (let after: string | null = null; seen.length < shown; ) {
    const { nodes, pageInfo } = await page('common early', 200, after);
    seen.push(...nodes.map(({ displayName }: { displayName: string }) => displayName));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual(emails.slice(0, 2100).reverse().slice(0, shown));
  expect(await found('common42@example.com')).toEqual(['common42@example.com']);
});

test('law: pages put together are one big page, whoever is added in between', async () => {
  const name = fc.constantFrom('Jonson', 'Johnson', 'Jonsen', 'Jonas', 'Grace', 'Jonson Grace');
  const story = fc.record({
    before: fc.array(name, { minLength: 1, maxLength: 8 }),
    between: fc.array(fc.array(name, { maxLength: 2 }), { maxLength: 4 }),
    first: fc.integer({ min: 1, max: 3 }),
    search: fc.constantFrom('jonson', 'jon', 'grace', 'example'),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ before, between, first, search }) => {
      account = await openAccount();
      let made = 0;
      const add = (first_name: string) => contact({ email: `person${made++}@example.com` }, { first_name });
      for (const each of before) await add(each);
      const ids = async (): Promise<string[]> => (await page(search)).nodes.map(({ id }: { id: string }) => id);
      const old = await ids();
      const seen: string[] = [];
      let after: string | null = null;
      for (let turn = 0; ; turn++) {
        const { nodes, pageInfo } = await page(search, first, after);
        seen.push(...nodes.map(({ id }: { id: string }) => id));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
        for (const each of between[turn] ?? []) await add(each);
      }
      expect(seen.filter((id) => old.includes(id))).toEqual(old);
      expect(new Set(seen).size).toBe(seen.length);
      // And in the order they are in at the end.
      const all = await ids();
      expect(seen).toEqual(all.filter((id) => seen.includes(id)));
    }),
    { numRuns },
  );
});
