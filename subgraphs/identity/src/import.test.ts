import { Readable } from 'node:stream';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';

let part: TestPart;
let account: number;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  account = (await part.ask('mutation { accountOpen(name: "imports", roles: []) { account } }')).data.accountOpen
    .account;
  await part.ask(
    'mutation { customFieldDefine(input: { key: "city", label: "City", type: TEXT }) { userErrors { code } } }',
    {},
    { account },
  );
  await part.subgraph.start();
});
afterAll(() => part.stop());

const caller = () => ({
  account,
  actor: 'key:test',
  role: 'ADMIN',
  scopes: [],
  requestId: 'test',
  origin: null,
  revs: {},
});

async function post(csv: string | Readable, type = 'text/csv; charset=utf-8') {
  const body = typeof csv === 'string' ? Readable.from([Buffer.from(csv)]) : csv;
  const path = '/imports?fileName=people.csv';
  const answer = await part.subgraph.knock({
    method: 'POST',
    path,
    url: path,
    headers: { 'content-type': type },
    body,
    caller: caller(),
  });
  return { status: answer.status, body: JSON.parse(String(answer.body)) };
}

const job = async (id: string) =>
  (
    await part.ask(
      'query ($id: ID!) { importJob(id: $id) { state fileName rows processed created updated merged refused rejected failure rejectedRows { nodes { line cells reason } } } }',
      { id },
      { account },
    )
  ).data.importJob;

async function finished(id: string) {
  await expect.poll(async () => (await job(id)).state).not.toBe('RUNNING');
  return job(id);
}

test('takes in what is good and keeps every other row with its line, its cells and the reason', async () => {
  const answer = await post(
    [
      '\uFEFFEmail,Mobile,City,Shoe size,Email Consent,Email Consent At,Email Consent Text',
      'ada@example.com,(512) 555-0123,Austin,39,yes,2026-03-01T09:30:00Z,"Yes, send me the newsletter"',
      'grace@example.com,,,,,,',
      'n/a,,,,,,',
      ',12345,,,,,',
      'too@example.com,,,,,,,,many',
      '"two',
      'lines@example.com",,,,,,',
      'nobody@example.com,,,,yes,,',
      ',,Austin,,,,',
    ].join('\r\n'),
  );
  expect(answer).toMatchObject({
    status: 202,
    body: {
      rows: 8,
      dryRun: false,
      delimiter: ',',
      encoding: 'utf-8',
      columns: [
        { header: 'Email', target: 'Email' },
        { header: 'Mobile', target: 'Mobile' },
        { header: 'City', target: 'field:city' },
        { header: 'Shoe size', target: 'ignore' },
        { header: 'Email Consent', target: 'Email Consent' },
        { header: 'Email Consent At', target: 'Email Consent At' },
        { header: 'Email Consent Text', target: 'Email Consent Text' },
      ],
    },
  });
  const done = await finished(answer.body.id);
  expect(done).toMatchObject({
    state: 'COMPLETED',
    fileName: 'people.csv',
    rows: 8,
    processed: 8,
    created: 2,
    updated: 0,
    rejected: 6,
    failure: null,
  });
  expect(done.rejectedRows.nodes.map(({ line, reason }: { line: number; reason: string }) => [line, reason])).toEqual([
    [4, 'The value "n/a" identifies nobody and is blocked'],
    [5, 'A mobile number is international, as +15125550123, or valid in US, got "12345"'],
    [6, 'A row has as many cells as the header, 7, got 9'],
    [7, expect.stringContaining('An email address looks like name@example.com')],
    [9, 'Consent needs evidence: when it was given and the text that was shown; one of them is empty'],
    [10, 'A contact needs at least one identifier, got none'],
  ]);
  expect(done.rejectedRows.nodes[0].cells).toEqual(['n/a', '', '', '', '', '', '']);
});

test('stated consent is told to the channels with its evidence', async () => {
  const { entries } = await part.subgraph.journal.after(account, 0);
  expect(entries.filter(({ kind }) => kind === 'CONSENT_STATED')).toEqual([
    expect.objectContaining({
      identifierKind: 'EMAIL',
      value: 'ada@example.com',
      state: 'GRANTED',
      method: 'IMPORT',
      statedText: 'Yes, send me the newsletter',
      actor: expect.stringMatching(/^import:imp_/),
    }),
  ]);
});

test('gives the rejected rows back as a file that can be mended and sent again', async () => {
  const { data } = await part.ask('{ importJobs(first: 1) { nodes { id } } }', {}, { account });
  const path = `/imports/${data.importJobs.nodes[0].id}/rejected.csv`;
  const answer = await part.subgraph.knock({
    method: 'GET',
    path,
    url: path,
    headers: {},
    body: Buffer.alloc(0),
    caller: caller(),
  });
  let text = '';
  for await (const chunk of answer.body as Readable) text += chunk;
  expect(text.split('\n').slice(0, 2)).toEqual([
    'Email,Mobile,City,Shoe size,Email Consent,Email Consent At,Email Consent Text,Line,Reason',
    'n/a,,,,,,,4,"The value ""n/a"" identifies nobody and is blocked"',
  ]);
});

test.each([
  [
    'Name,City\nAda,Austin\n',
    'A file needs a column that identifies a contact: Email, Mobile, External ID or Anonymous ID. It has "Name", "City"',
  ],
  ['', 'A file begins with a header row, got an empty file'],
  ['Email,City,City\na@example.com,x,y\n', 'Two columns mean the same: "City" and "City" are both field:city'],
])('refuses %j', async (csv, message) => {
  expect(await post(csv)).toEqual({ status: 400, body: { error: { code: 'BAD_USER_INPUT', message } } });
});

test('a quote that is never closed costs its row, not the file', async () => {
  const answer = await post('Email,City\nfirst@example.com,Austin\n"open@example.com,Austin\n');
  expect(await finished(answer.body.id)).toMatchObject({
    created: 1,
    rejected: 1,
    rejectedRows: { nodes: [{ line: 3, reason: 'a quote is opened and never closed' }] },
  });
});

test('refuses what is not CSV', async () => {
  expect(await post('{}', 'application/json')).toMatchObject({
    status: 400,
    body: { error: { message: 'An import is sent as text/csv, got "application/json"' } },
  });
});

test('a file that breaks off takes nothing in', async () => {
  async function* cut() {
    yield Buffer.from(`Email\n${Array.from({ length: 20 }, (_, i) => `cut${i}@example.com\n`).join('')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw new Error('connection lost');
  }
  expect(await post(Readable.from(cut()))).toMatchObject({ status: 400 });
  const { data } = await part.ask(
    '{ importJobs(first: 1) { nodes { state failure processed } } contacts(search: "cut1") { nodes { id } } }',
    {},
    { account },
  );
  expect(data).toEqual({
    importJobs: { nodes: [{ state: 'FAILED', failure: 'The file broke off before its end', processed: 0 }] },
    contacts: { nodes: [] },
  });
});
