import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { createImportClient, type ImportClient } from './testing/imports.ts';

let part: TestPart;
let opened = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  await part.subgraph.start();
});
afterAll(() => part.stop());

async function client(): Promise<ImportClient> {
  const fresh = await createImportClient(part, `rules ${opened++}`);
  const field = { key: 'city', label: 'City', type: 'TEXT' };
  await fresh.ask(
    'mutation ($field: CustomFieldDefinitionInput!) { customFieldDefine(input: $field) { userErrors { code } } }',
    { field },
  );
  return fresh;
}

/** Every contact by its identifiers, the primary ones first, with its fields and tags. */
const people = async ({ ask }: ImportClient): Promise<string[]> => {
  const { contacts } = await ask(
    '{ contacts(first: 200) { nodes { identifiers { value } customFields { value } tags } } }',
  );
  return contacts.nodes
    .map((node: { identifiers: { value: string }[]; customFields: { value: string }[]; tags: string[] }) =>
      [...node.identifiers, ...node.customFields]
        .map(({ value }) => value)
        .concat(node.tags)
        .join(' '),
    )
    .sort();
};

const stated = async (account: number, kind: string) =>
  (await part.subgraph.journal.after(account, 0)).entries.filter((entry) => entry.kind === kind);

describe('columns', () => {
  test('are guessed from headers, and are what the sender says they are', async () => {
    const list = await client();
    const columns = JSON.stringify({ 'E-Mail 2': 'email', Ort: 'field:city', City: 'ignore' });
    const done = await list.take('Email,E-Mail 2,Ort,City\nada@example.com,ada@work.example,Wien,Vienna\n', {
      columns,
    });
    expect(done.columns).toEqual([
      { header: 'Email', target: 'Email' },
      { header: 'E-Mail 2', target: 'Email' },
      { header: 'Ort', target: 'field:city' },
      { header: 'City', target: 'ignore' },
    ]);
    expect(await people(list)).toEqual(['ada@example.com ada@work.example Wien']);
  });

  test.each([
    [{ Mail2: 'Email' }, 'The file has no column "Mail2", it has "Email", "City"'],
    [
      { City: 'Town' },
      expect.stringMatching(
        /^The column "City" cannot be "Town": a target is Email, Mobile, .* SMS Status, the key of a field, or ignore$/,
      ),
    ],
    [{ Email: 'ignore' }, expect.stringContaining('A file needs a column that identifies a contact')],
  ])('that make no sense are refused by their names: %j', async (columns, message) => {
    const list = await client();
    const { status, body } = await list.post('Email,City\nada@example.com,Wien\n', {
      query: { columns: JSON.stringify(columns) },
    });
    expect({ status, body }).toEqual({ status: 400, body: { error: { code: 'BAD_USER_INPUT', message } } });
  });

  test.each([
    [
      { dryrun: 'true' },
      'An import takes the parameters fileName, delimiter, encoding, columns, dryRun, existing, got "dryrun"',
    ],
    [{ dryRun: 'yes' }, '"dryRun" is true or false, got "yes"'],
    [{ existing: 'replace' }, '"existing" is update or skip, got "replace"'],
    [
      { delimiter: 'ab' },
      '"delimiter" is one character that is no letter, digit or quote, or comma, semicolon, tab or pipe, got "ab"',
    ],
    [{ encoding: 'klingon' }, 'An encoding is for example utf-8, utf-16le or windows-1252, got "klingon"'],
    [{ columns: '[1]' }, expect.stringMatching(/^"columns" is a JSON object of targets by header, .*, got "\[1\]"$/)],
  ])('parameters that are not understood take nothing in: %j', async (query, message) => {
    const list = await client();
    expect((await list.post('Email\nada@example.com\n', { query })).body.error.message).toEqual(message);
    expect(await people(list)).toEqual([]);
  });
});

describe('people who are known already', () => {
  const first = 'Email,City,Tags\nada@example.com,Austin,vip\n';
  const second = [
    'Email,Mobile,City,Tags,Email Status',
    'ADA@example.com,+15125550142,Wien,new,UNSUBSCRIBED',
    'grace@example.com,,Bern,,',
    'Grace@example.com,,Rom,,',
    'ada@example.com,nonsense,,,',
  ].join('\n');

  test('are updated', async () => {
    const list = await client();
    await list.take(first);
    expect(await list.take(second)).toMatchObject({
      existing: 'UPDATE',
      created: 1,
      updated: 2,
      skipped: 0,
      rejected: 1,
    });
    expect(await people(list)).toEqual(['ada@example.com +15125550142 Wien new vip', 'grace@example.com Rom']);
  });

  test('are left as they are where the sender asks for it; a row that is wrong is told all the same', async () => {
    const list = await client();
    await list.take(first);
    expect(await list.take(second, { existing: 'skip' })).toMatchObject({
      existing: 'SKIP',
      processed: 4,
      created: 1,
      updated: 0,
      skipped: 2,
      rejected: 1,
      rejectedRows: { nodes: [{ line: 5 }] },
    });
    expect(await people(list)).toEqual(['ada@example.com Austin vip', 'grace@example.com Bern']);
    expect(await stated(list.account, 'CONSENT_STATED')).toEqual([]);
  });
});

describe('an external id', () => {
  test('wins: a new address of it becomes the primary one, and the former stays', async () => {
    const list = await client();
    await list.take('External ID,Email,Mobile\nA-1,old@example.com,+15125550101\n');
    expect(await list.take('External System ID,Email,Mobile\nA-1,new@example.com,+15125550102\n')).toMatchObject({
      updated: 1,
    });
    expect(await people(list)).toEqual(['A-1 new@example.com old@example.com +15125550102 +15125550101']);
    await list.take('External ID,Email\nA-1,old@example.com\n');
    expect(await people(list)).toEqual(['A-1 old@example.com new@example.com +15125550102 +15125550101']);
  });

  test('is not overruled by an address of somebody with another one: that goes to review', async () => {
    const list = await client();
    await list.take('External ID,Email\nA-1,one@example.com\nB-2,two@example.com\n');
    expect(await list.take('External ID,Email,City\nA-1,two@example.com,Wien\n')).toMatchObject({
      refused: 1,
      merged: 0,
    });
    expect(await people(list)).toEqual(['A-1 one@example.com Wien', 'B-2 two@example.com']);
    const { mergeReviews } = await list.ask('{ mergeReviews { nodes { rule } } }');
    expect(mergeReviews.nodes).toEqual([{ rule: 'EXTERNAL_IDS_DIFFER' }]);
  });

  test('that is new leaves the primary address of the contact it is added to', async () => {
    const list = await client();
    await list.take('Email,Mobile\nold@example.com,+15125550101\n');
    await list.take('External ID,Email,Mobile\nA-1,new@example.com,+15125550101\n');
    expect(await people(list)).toEqual(['A-1 old@example.com new@example.com +15125550101']);
  });
});

test('a row whose topic could be no topic of the channel is rejected', async () => {
  const list = await client();
  const row = (name: string, topic: string) => `${name}@example.com,yes,2026-01-01,Send it,${topic}`;
  const done = await list.take(
    [
      'Email,Email Consent,Email Consent At,Email Consent Text,Email Topic',
      row('a', 'News'),
      row('b', 'topic 0!'),
      row('c', 'x'.repeat(61)),
      row('d', ''),
      'e@example.com,no,,,topic 0!',
    ].join('\n'),
  );
  expect(done).toMatchObject({ created: 2, rejected: 3 });
  const reason = (key: string) =>
    `The key of a topic must be 1 to 60 lower-case letters, digits or dashes, got "${key}"`;
  expect(done.rejectedRows.nodes.map((each: { reason: string }) => each.reason)).toEqual([
    reason('topic 0!'),
    reason('x'.repeat(61)),
    reason('topic 0!'),
  ]);
  const topics = (await stated(list.account, 'CONSENT_STATED')).map(({ topic }) => topic);
  expect(topics.sort()).toEqual(['news', null]);
});

describe('status columns', () => {
  test('are told to the channels, which decide; an unsubscribe is a withdrawn consent', async () => {
    const list = await client();
    const done = await list.take(
      [
        'Email,Mobile,Email Status,SMS Status',
        'a@example.com,,Normal,',
        'b@example.com,,EXPIRED,',
        'c@example.com,,held,',
        'd@example.com,+15125550101,UNSUBSCRIBED,unsubscribed',
        'e@example.com,+15125550102,Unconfirmed,SUBSCRIBED',
        'f@example.com,+15125550103,,NEVER SUBSCRIBED',
        'g@example.com,,bouncing,',
        ',+15125550104,NORMAL,',
      ].join('\n'),
      { fileName: 'people.csv' },
    );
    expect(done).toMatchObject({ created: 6, rejected: 2 });
    expect(done.rejectedRows.nodes.map(({ reason }: { reason: string }) => reason)).toEqual([
      'A status is one of NORMAL, EXPIRED, HELD, UNSUBSCRIBED, UNCONFIRMED, got "bouncing"',
      'A status is stated for an address of the kind EMAIL, and the row has none',
    ]);
    const statuses = await stated(list.account, 'STATUS_STATED');
    expect(statuses.map(({ value, status }) => [value, status]).sort()).toEqual([
      ['a@example.com', 'NORMAL'],
      ['b@example.com', 'EXPIRED'],
      ['c@example.com', 'HELD'],
    ]);
    expect(statuses[0]).toEqual({
      kind: 'STATUS_STATED',
      identifierKind: 'EMAIL',
      value: expect.any(String),
      given: expect.any(String),
      status: expect.any(String),
      occurredAt: expect.any(String),
      recordedAt: expect.any(String),
      reason: 'stated by the imported file people.csv',
      actor: `import:${done.id}`,
      key: expect.any(String),
    });
    const consents = await stated(list.account, 'CONSENT_STATED');
    expect(consents.map(({ identifierKind, value, state }) => [identifierKind, value, state]).sort()).toEqual([
      ['EMAIL', 'd@example.com', 'WITHDRAWN'],
      ['MOBILE', '+15125550101', 'WITHDRAWN'],
    ]);
  });

  test('of one address in one file come to one statement: HELD if any says so, else the last', async () => {
    const list = await client();
    await list.take(
      'Email,Email Status\na@example.com,EXPIRED\na@example.com,NORMAL\nb@example.com,HELD\nb@example.com,NORMAL\n',
    );
    const statuses = await stated(list.account, 'STATUS_STATED');
    expect(statuses.map(({ value, status }) => [value, status]).sort()).toEqual([
      ['a@example.com', 'NORMAL'],
      ['b@example.com', 'HELD'],
    ]);
  });
});

describe('rejected rows', () => {
  const formulas = ['=1+1', '+15', '-2', '@SUM(A1)', '\uFF1D1', '\uFF0B1', '\uFF0D1', '\uFF201'];

  test('come back without anything a spreadsheet would run, and with their own spelling in the graph', async () => {
    const list = await client();
    const done = await list.take(`=Email\nn/a\n${formulas.join('\n')}\n`, { columns: '{"=Email":"Email"}' });
    expect(done.rejectedRows.nodes.slice(1).map(({ cells }: { cells: string[] }) => cells[0])).toEqual(formulas);
    const [header, , ...lines] = (await list.rejected(done.id)).trimEnd().split('\n');
    expect(header).toBe("'=Email,Line,Reason");
    // Of a number a spreadsheet makes nothing but a number.
    const written = formulas.map((formula) => (/^[+-]\d+$/.test(formula) ? formula : `'${formula}`));
    expect(lines.map((line) => line.split(',')[0])).toEqual(written);
  });

  test('can be sent again as they come: the apostrophe before a formula is taken off', async () => {
    const list = await client();
    const done = await list.take('Mobile,Email,Tags\n+15125550101,not an address,vip;=now\n');
    const file = await list.rejected(done.id);
    expect(file).toContain("+15125550101,not an address,vip;'=now");
    expect(await list.take(file.replace('not an address', 'ada@example.com'))).toMatchObject({ created: 1 });
    expect(await people(list)).toEqual(['ada@example.com +15125550101 =now vip']);
  });

  test('that are large come on pages that are shorter, none lost', async () => {
    const list = await client();
    const { id } = await list.take(`Email,Note\n${`n/a,${'x'.repeat(1_000_000)}\n`.repeat(6)}`);
    const pageAfter = async (after: string | null) => {
      const { importJob } = await list.ask(
        'query ($id: ID!, $after: String) { importJob(id: $id) { rejectedRows(first: 200, after: $after) { nodes { line } pageInfo { hasNextPage endCursor } } } }',
        { id, after },
      );
      return importJob.rejectedRows;
    };
    const first = await pageAfter(null);
    expect(first.nodes.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4, 5, 6]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await pageAfter(first.pageInfo.endCursor)).toMatchObject({
      nodes: [{ line: 7 }],
      pageInfo: { hasNextPage: false },
    });
  });
});
