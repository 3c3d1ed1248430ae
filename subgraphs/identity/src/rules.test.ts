import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { openTestAccount, type TestAccount } from './testing/account.ts';

let part: TestPart;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
});
afterAll(() => part.stop());

const reviewsOf = async (of: TestAccount) =>
  (await of.ask('{ mergeReviews { nodes { rule detail contacts { id } } } }')).mergeReviews.nodes;

describe('the account says', () => {
  test('how many identifiers of a kind one contact may have; what is there already stays', async () => {
    const of = await openTestAccount(part, { identifierLimits: [{ kind: 'EMAIL', limit: 2 }] });
    const ada = await of.upsert([{ externalId: 'A-1' }, { email: 'one@example.com' }]);
    await of.upsert([{ externalId: 'A-1' }, { email: 'two@example.com' }]);
    const third = await of.upsert([{ externalId: 'A-1' }, { email: 'three@example.com' }]);
    expect(third).toMatchObject({ outcome: 'MERGE_REFUSED', contact: ada.contact });
    expect(await reviewsOf(of)).toMatchObject([
      { rule: 'LIMIT_EXCEEDED', detail: 'There would be 3 identifiers of the kind EMAIL, the limit is 2' },
    ]);
    await of.settings({ identifierLimits: [{ kind: 'EMAIL', limit: 1 }] });
    expect((await of.contact(ada.contact.id)).identifiers).toHaveLength(3);
    // Over the lowered limit, it may still be found and get identifiers of other kinds.
    expect(await of.upsert([{ email: 'one@example.com' }, { email: 'two@example.com' }])).toMatchObject({
      outcome: 'UPDATED',
    });
    expect(await of.upsert([{ email: 'one@example.com' }, { mobile: '+15125550123' }])).toMatchObject({
      outcome: 'UPDATED',
      contact: ada.contact,
    });
    expect((await of.contact(ada.contact.id)).identifiers).toHaveLength(4);
  });

  test('which identifier is the weaker: it is left out of a merge that is refused, and stands behind in lists', async () => {
    const byPhone = await openTestAccount(part, {
      identifierPriority: ['MOBILE', 'EMAIL'],
      sharedIdentifiers: ['desk@example.com'],
    });
    const desk = await byPhone.upsert([{ email: 'desk@example.com' }]);
    const sms = await byPhone.upsert([{ mobile: '+15125550123' }, { externalId: 'A-1' }]);
    const refused = await byPhone.upsert([{ email: 'desk@example.com' }, { mobile: '+15125550123' }]);
    expect(refused).toMatchObject({ outcome: 'MERGE_REFUSED', contact: sms.contact });
    expect((await byPhone.contact(sms.contact.id)).identifiers.map(({ kind }: { kind: string }) => kind)).toEqual([
      'MOBILE',
      'EXTERNAL_ID',
    ]);
    await byPhone.settings({ identifierPriority: ['EMAIL', 'MOBILE'] });
    expect(await byPhone.upsert([{ email: 'desk@example.com' }, { mobile: '+15125550123' }])).toMatchObject({
      outcome: 'MERGE_REFUSED',
      contact: desk.contact,
    });
    const preview = await byPhone.ask(
      'query ($ids: [ID!]!) { contactMergePreview(contactIds: $ids) { identifiers { kind } } }',
      { ids: [desk.contact.id, sms.contact.id] },
    );
    expect(preview.contactMergePreview.identifiers).toEqual([
      { kind: 'EMAIL' },
      { kind: 'MOBILE' },
      { kind: 'EXTERNAL_ID' },
    ]);
  });

  test('how many a record may bring: beyond that it tells of no one person', async () => {
    const of = await openTestAccount(part, { identifierLimits: [{ kind: 'EMAIL', limit: 2 }] });
    const emails = ['one', 'two', 'three'].map((name) => ({ email: `${name}@example.com` }));
    expect(await of.upsert(emails)).toMatchObject({
      userErrors: [{ message: 'A contact has at most 2 of the kind EMAIL, the record has 3' }],
    });
    expect(await of.upsert([{ externalId: 'A-1' }, { externalId: 'A-2' }, ...emails.slice(0, 1)])).toMatchObject({
      userErrors: [{ message: 'A contact has at most 1 of the kind EXTERNAL_ID, the record has 2' }],
    });
    expect(await of.contacts()).toEqual([]);
    expect(await of.upsert(emails.slice(0, 2))).toMatchObject({ outcome: 'CREATED' });
  });

  test('several settings that are changed at once, each of them', async () => {
    const of = await openTestAccount(part);
    await Promise.all([
      of.settings({ blockedValues: ['test@test.com'] }),
      of.settings({ sharedIdentifiers: ['+15125550100'] }),
      of.settings({ identifierLimits: [{ kind: 'EMAIL', limit: 7 }] }),
      of.settings({ identifierLimits: [{ kind: 'MOBILE', limit: 8 }] }),
    ]);
    const { account } = await of.ask('{ account { blockedValues sharedIdentifiers identifierLimits { kind limit } } }');
    expect(account).toMatchObject({ blockedValues: ['test@test.com'], sharedIdentifiers: ['+15125550100'] });
    expect(account.identifierLimits).toContainEqual({ kind: 'EMAIL', limit: 7 });
    expect(account.identifierLimits).toContainEqual({ kind: 'MOBILE', limit: 8 });
  });

  test('these settings in full; what is not named keeps its place and limit', async () => {
    const of = await openTestAccount(part);
    expect((await of.settings({})).account).toEqual({
      identifierPriority: ['EXTERNAL_ID', 'EMAIL', 'MOBILE', 'ANONYMOUS_ID'],
      identifierLimits: [
        { kind: 'EXTERNAL_ID', limit: 1 },
        { kind: 'EMAIL', limit: 5 },
        { kind: 'MOBILE', limit: 5 },
        { kind: 'ANONYMOUS_ID', limit: 5 },
      ],
    });
    await of.settings({ identifierPriority: ['MOBILE'], identifierLimits: [{ kind: 'MOBILE', limit: 7 }] });
    expect((await of.settings({ identifierLimits: [{ kind: 'EMAIL', limit: 100 }] })).account).toEqual({
      identifierPriority: ['MOBILE', 'EXTERNAL_ID', 'EMAIL', 'ANONYMOUS_ID'],
      identifierLimits: [
        { kind: 'MOBILE', limit: 7 },
        { kind: 'EXTERNAL_ID', limit: 1 },
        { kind: 'EMAIL', limit: 100 },
        { kind: 'ANONYMOUS_ID', limit: 5 },
      ],
    });
  });

  test.each([
    [
      { identifierLimits: [{ kind: 'EXTERNAL_ID', limit: 2 }] },
      ['input', 'identifierLimits', '0', 'limit'],
      'A contact has at most 1 identifier of the kind EXTERNAL_ID, whatever the account, got 2',
    ],
    [
      { identifierLimits: [{ kind: 'EMAIL', limit: 0 }] },
      ['input', 'identifierLimits', '0', 'limit'],
      'The limit of EMAIL must be between 1 and 100, got 0',
    ],
    [
      {
        identifierLimits: [
          { kind: 'EMAIL', limit: 100 },
          { kind: 'PUSH', limit: 101 },
        ],
      },
      ['input', 'identifierLimits', '1', 'limit'],
      'The limit of PUSH must be between 1 and 100, got 101',
    ],
    [
      { identifierPriority: ['EMAIL', 'MOBILE', 'EMAIL'] },
      ['input', 'identifierPriority'],
      '"identifierPriority" names each kind once, got EMAIL twice',
    ],
    [
      { identifierPriority: Array.from({ length: 21 }, (_, i) => `KIND_${i}`) },
      ['input', 'identifierPriority'],
      '"identifierPriority" takes at most 20 kinds, got 21',
    ],
  ])('nothing else: %j', async (input, field, message) => {
    const of = await openTestAccount(part);
    expect(await of.settings(input)).toEqual({
      account: null,
      userErrors: [{ code: 'BAD_USER_INPUT', field, message }],
    });
  });
});

describe('who survives', () => {
  test('an anonymous contact never wins over a known one, however old', async () => {
    const of = await openTestAccount(part);
    const visitor = await of.upsert([{ anonymousId: 'visitor-1' }]);
    const ada = await of.upsert([{ email: 'ada@example.com' }]);
    const merged = await of.upsert([{ anonymousId: 'visitor-1' }, { email: 'ada@example.com' }]);
    expect(merged).toMatchObject({
      outcome: 'MERGED',
      contact: ada.contact,
      merge: { survivorId: ada.contact.id, absorbedIds: [visitor.contact.id] },
    });
  });

  test('of known ones the oldest, of anonymous ones too; a visitor who was named since is known', async () => {
    const of = await openTestAccount(part);
    const one = await of.upsert([{ anonymousId: 'visitor-1' }]);
    await of.upsert([{ anonymousId: 'visitor-2' }]);
    expect(await of.upsert([{ anonymousId: 'visitor-2' }, { anonymousId: 'visitor-1' }])).toMatchObject({
      outcome: 'MERGED',
      contact: one.contact,
    });
    await of.upsert([{ email: 'ada@example.com' }]);
    await of.upsert([{ anonymousId: 'visitor-1' }, { mobile: '+15125550123' }]);
    expect(await of.upsert([{ email: 'ada@example.com' }, { mobile: '+15125550123' }])).toMatchObject({
      outcome: 'MERGED',
      contact: one.contact,
    });
  });

  test('a piece is shown as before a merge it is freed of, though who is known has changed since', async () => {
    const of = await openTestAccount(part);
    const visitor = await of.upsert([{ anonymousId: 'visitor-1' }]);
    const ada = await of.upsert([{ email: 'ada@example.com' }]);
    await of.upsert([{ anonymousId: 'visitor-1' }, { email: 'ada@example.com' }]);
    // The visitor, older than Ada, is known from here on.
    await of.upsert([{ anonymousId: 'visitor-1' }, { mobile: '+15125550123' }]);
    const other = await of.upsert([{ email: 'other@example.com' }]);
    const before = await of.contact(visitor.contact.id);
    expect(before.id).toBe(ada.contact.id);
    const { merge } = await of.merge(ada.contact.id, other.contact.id);
    await of.unmerge(merge.id);
    expect(await of.contact(visitor.contact.id)).toEqual(before);
  });
});

describe('a value that was blocked after a contact had it', () => {
  test('merges nobody: it is left out, and a person looks', async () => {
    const of = await openTestAccount(part);
    const desk = await of.upsert([{ email: 'desk@example.com' }]);
    const ada = await of.upsert([{ mobile: '+15125550123' }]);
    await of.settings({ blockedValues: ['Desk@Example.com'] });
    expect(await of.upsert([{ email: 'desk@example.com' }, { mobile: '+15125550123' }])).toMatchObject({
      outcome: 'MERGE_REFUSED',
      contact: ada.contact,
      merge: null,
    });
    expect(await reviewsOf(of)).toEqual([
      {
        rule: 'BLOCKED_VALUE',
        detail: 'The email is on the list of values that identify nobody',
        contacts: [desk.contact, ada.contact],
      },
    ]);
    expect(await of.upsert([{ email: 'desk@example.com' }])).toMatchObject({ contact: null });
  });

  test.each(['', ' ', '-1', 'null', 'None', 'nil', 'undefined', 'anonymous', 'guest', 'id', 'email', 'distinct_id'])(
    'identifies nobody: "%s"',
    async (externalId) => {
      const of = await openTestAccount(part);
      expect((await of.upsert([{ externalId }])).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    },
  );
  test.each(['not_authenticated', 'TRUE', 'false', 'NaN', '[object Object]', '"null"', "'0'", '000-00', '"undefined"'])(
    'identifies nobody: "%s"',
    async (externalId) => {
      const of = await openTestAccount(part);
      expect((await of.upsert([{ externalId }])).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    },
  );
});

describe('who an identifier names', () => {
  const find = async (of: TestAccount, identifier: object) =>
    part.ask(
      'query ($by: ContactIdentifierInput!) { contactByIdentifier(identifier: $by) { id } }',
      { by: identifier },
      { account: of.account },
    );

  test('is told by one statement and the profile, in any spelling; by two where a number is read in the region of the account', async () => {
    const of = await openTestAccount(part);
    const ada = await of.upsert([{ email: 'ada@example.com' }, { mobile: '+15125550123' }]);
    for (const [identifier, cost] of [
      [{ email: ' Ada@Example.com' }, 2],
      [{ mobile: '+1 (512) 555-0123' }, 2],
      [{ mobile: '(512) 555-0123' }, 3],
    ] as const) {
      const { data, statements } = await find(of, identifier);
      expect(data.contactByIdentifier).toEqual(ada.contact);
      expect(statements).toHaveLength(cost);
    }
  });

  test('nobody, once the account blocks it, in any spelling', async () => {
    const of = await openTestAccount(part);
    await of.upsert([{ email: 'desk@example.com' }]);
    await of.upsert([{ externalId: 'Desk-1' }]);
    await of.settings({ blockedValues: ['desk@example.com', 'desk-1'] });
    for (const identifier of [{ email: 'DESK@example.com' }, { externalId: '"Desk-1"' }, { externalId: 'Desk-1' }])
      expect((await find(of, identifier)).data.contactByIdentifier).toBeNull();
    expect((await find(of, { email: 'none' })).data.contactByIdentifier).toBeNull();
  });
});

describe('how large a contact may get', () => {
  test('a hundred merges, and no more', async () => {
    const of = await openTestAccount(part, { identifierLimits: [{ kind: 'ANONYMOUS_ID', limit: 100 }] });
    const push = (n: number) => ({ address: { channel: 'PUSH', value: `device-${n}` } });
    await of.settings({ identifierLimits: [{ kind: 'PUSH', limit: 100 }] });
    await of.upsert([{ externalId: 'hub' }]);
    for (let n = 0; n < 100; n++) {
      const own = n < 50 ? { anonymousId: `visitor-${n}` } : push(n);
      await of.upsert([own]);
      expect(await of.upsert([{ externalId: 'hub' }, own])).toMatchObject({ outcome: 'MERGED' });
    }
    await of.upsert([{ email: 'one.more@example.com' }]);
    expect(await of.upsert([{ externalId: 'hub' }, { email: 'one.more@example.com' }])).toMatchObject({
      outcome: 'MERGE_REFUSED',
    });
    expect(await reviewsOf(of)).toMatchObject([
      { rule: 'TOO_LARGE', detail: 'There would be 101 merges of one contact, the limit is 100' },
    ]);
  });
});
