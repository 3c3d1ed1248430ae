import { type IncomingMessage, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createDatabase } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
let ids: readonly string[];

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  await define(story, 'first_name', 'TEXT');
  await define(story, 'last_name', 'TEXT');
  await define(story, 'balance', 'NUMBER');
  const ada = await upsert(
    [{ email: 'Ada@example.com' }, { mobile: '+15125550142' }, { externalId: 'NW-1' }],
    { first_name: 'Ada', last_name: 'Lind, "Countess"', balance: -5 },
    ['vip', 'beta'],
  );
  const evil = await upsert([{ email: '=cmd@example.com' }], { first_name: '=HYPERLINK("http://x")', last_name: '+x' });
  const plain = await upsert([{ email: 'grace@example.com' }, { email: 'g.hopper@example.com' }], {}, ['vip']);
  const other = await upsert([{ mobile: '+15125550177' }]);
  await story.consent('email', 'ada@example.com', 'GRANTED');
  await story.text('+15125550142', 'STOP');
  ids = [ada, evil, plain, other];
});
afterAll(() => system.stop());

const define = (of: Story, key: string, type: string) =>
  of.ask(
    'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { message } } }',
    {
      input: { key, label: key, type },
    },
  );

async function upsert(
  identifiers: readonly object[],
  fields: Readonly<Record<string, unknown>> = {},
  addTags: readonly string[] = [],
): Promise<string> {
  const customFields = Object.entries(fields).map(([key, value]) => ({ key, value }));
  const { data } = await story.ask(
    'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } userErrors { message } } }',
    { input: { identifiers, customFields, addTags, acquisition: { kind: 'FORM', detail: 'home' } } },
  );
  expect(data.contactUpsert.userErrors).toEqual([]);
  return data.contactUpsert.contact.id;
}

const ask = (body: unknown, key = story.keys.MARKETER, url = system.url) =>
  fetch(`${url}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'x-request-id': 'test' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const everybody = { all: [] };

describe('what is handed out', () => {
  test('is the audience, member by member, in the order in which contacts became known', async () => {
    const filter = { tag: { equals: 'vip' } };
    const response = await ask({ filter, format: 'ndjson', columns: ['id', 'tags'] });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="audience.ndjson"');
    expect(response.headers.get('x-ucp-contacts')).toBe('2');
    const { data } = await story.ask(
      'query ($filter: AudienceFilter!) { audience(filter: $filter) { contacts(first: 200) { nodes { id tags } } } }',
      { filter },
    );
    expect(rowsOf(await response.text())).toEqual(data.audience.contacts.nodes);
    expect(data.audience.contacts.nodes.map(({ id }: { id: string }) => id)).toEqual([ids[0], ids[2]]);
  });

  test('has everything known of a contact, and every channel of the graph', async () => {
    const [ada] = rowsOf(await (await ask({ filter: everybody, format: 'ndjson' })).text());
    const { data } = await story.ask(
      'query ($id: ID!) { contact(id: $id) { createdAt updatedAt acquisition { at } } }',
      {
        id: ids[0],
      },
    );
    expect(ada).toEqual({
      id: ids[0],
      displayName: 'Ada Lind, "Countess"',
      'identifiers.EXTERNAL_ID': ['NW-1'],
      'identifiers.EMAIL': ['ada@example.com'],
      'identifiers.MOBILE': ['+15125550142'],
      tags: ['beta', 'vip'],
      'customFields.balance': -5,
      'customFields.first_name': 'Ada',
      'customFields.last_name': 'Lind, "Countess"',
      'acquisition.kind': 'FORM',
      'acquisition.detail': 'home',
      'acquisition.at': data.contact.acquisition.at,
      createdAt: data.contact.createdAt,
      updatedAt: data.contact.updatedAt,
      'email.address': 'Ada@example.com',
      'email.status': 'NORMAL',
      'email.lastEngagedAt': null,
      'email.canSend': true,
      'sms.number': '+15125550142',
      'sms.status': 'UNSUBSCRIBED',
      'sms.lastEngagedAt': expect.any(String),
      'sms.canSend': false,
    });
  });

  test('is CSV as RFC 4180 has it, where no cell is a formula and numbers stay numbers', async () => {
    const columns = [
      'id',
      'customFields.first_name',
      'customFields.last_name',
      'customFields.balance',
      'identifiers.EMAIL',
      'identifiers.MOBILE',
      'tags',
      'sms.canSend',
    ];
    const response = await ask({ filter: everybody, format: 'csv', columns });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(await response.text()).toBe(
      [
        columns.join(','),
        `${ids[0]},Ada,"Lind, ""Countess""",-5,ada@example.com,+15125550142,beta;vip,false`,
        `${ids[1]},"'=HYPERLINK(""http://x"")",'+x,,'=cmd@example.com,,,`,
        `${ids[2]},,,,g.hopper@example.com;grace@example.com,,vip,`,
        `${ids[3]},,,,,+15125550177,,false`,
        '',
      ].join('\r\n'),
    );
    const marked = await ask({ filter: everybody, format: 'csv', columns: ['id'], bom: true });
    expect([...new Uint8Array(await marked.arrayBuffer()).slice(0, 5)]).toEqual([0xef, 0xbb, 0xbf, 0x69, 0x64]);
  });

  test('is a segment too, by either door, with a file named after it', async () => {
    const { data } = await story.ask(
      'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } userErrors { message } } }',
      { input: { name: 'Très "VIP"\r\n/../people', filter: { tag: { equals: 'vip' } } } },
    );
    const segment = data.segmentCreate.segment.id;
    const posted = await ask({ segment, format: 'csv', columns: ['id', 'tags'] });
    expect(posted.headers.get('content-disposition')).toBe('attachment; filename="tres-vip-people.csv"');
    const got = await fetch(`${system.url}/exports/segments/${segment}.csv?columns=id,tags`, {
      headers: { authorization: `Bearer ${story.keys.ADMIN}` },
    });
    expect(got.status).toBe(200);
    const text = await posted.text();
    expect(await got.text()).toBe(text);
    expect(text).toBe(`id,tags\r\n${ids[0]},beta;vip\r\n${ids[2]},vip\r\n`);
    const stranger = await tellStory(system);
    const foreign = await ask({ segment, format: 'csv' }, stranger.keys.ADMIN);
    expect(foreign.status).toBe(404);
    expect(await foreign.json()).toMatchObject({
      error: { code: 'NOT_FOUND', message: 'The account has no segment of this id', requestId: 'test' },
    });
    // Of another account nobody is handed out either.
    const nobody = await ask({ filter: everybody, format: 'csv', columns: ['id'] }, stranger.keys.ADMIN);
    expect([nobody.headers.get('x-ucp-contacts'), await nobody.text()]).toEqual(['0', 'id\r\n']);
  });

  test('is a merged contact once, as it is shown in the next export', async () => {
    const merge = await story.merge(String(ids[2]), String(ids[3]));
    const columns = ['id', 'identifiers.MOBILE', 'sms.number'];
    const merged = rowsOf(await (await ask({ filter: everybody, format: 'ndjson', columns })).text());
    await story.unmerge(merge);
    expect(merged.slice(2)).toEqual([
      { id: ids[2], 'identifiers.MOBILE': ['+15125550177'], 'sms.number': '+15125550177' },
    ]);
  });

  test('is noted in the audit log, with how many and of whom', async () => {
    const filter = { tag: { equals: 'beta' } };
    await (await ask({ filter, format: 'csv', columns: ['id'] })).text();
    const db = createDatabase({
      url: String(system.databaseUrls.identity),
      clock: system.clock,
      log: createLog('test', 'silent'),
    });
    const { rows } = await db.pool.query(
      "select actor, details from audit_entry where action = 'EXPORTED' order by account_id, rev desc limit 1",
    );
    await db.close();
    expect(rows).toEqual([
      {
        actor: expect.stringMatching(/^key:/),
        details: { contacts: 1, format: 'csv', columns: ['id'], segment: null, filter },
      },
    ]);
  });

  test('is the same bytes where every part is a process of its own', async () => {
    const split = await system.split();
    const body = { filter: everybody, format: 'csv' };
    const [here, there] = [await ask(body), await ask(body, story.keys.MARKETER, split.url)];
    expect(await there.text()).toBe(await here.text());
    expect(there.headers.get('x-ucp-contacts')).toBe('4');
  });
});

describe('what is refused, before any byte', () => {
  test.each([
    ['nonsense', 'An export is asked for by a JSON object, got "nonsense"'],
    [{ format: 'csv' }, 'An export is of exactly one of "filter" and "segment", got neither'],
    [
      { filter: everybody, segment: 'seg_x', format: 'csv' },
      'An export is of exactly one of "filter" and "segment", got both',
    ],
    [{ filter: everybody }, '"format" is csv or ndjson, got nothing'],
    [{ filter: everybody, format: 'xlsx' }, '"format" is csv or ndjson, got "xlsx"'],
    [
      { filter: everybody, format: 'csv', first: 5 },
      'An export takes filter, segment, format, columns, bom, got "first"',
    ],
    [{ filter: everybody, format: 'csv', columns: [] }, '"columns" names at least one column, got none'],
    [{ filter: everybody, format: 'csv', columns: ['id', 'id'] }, 'The column "id" is named twice'],
    [{ filter: everybody, format: 'csv', bom: 1 }, '"bom" is true or false, got 1'],
    [{ filter: { nobody: 1 }, format: 'csv' }, '"filter": Field "nobody" is not defined by type "AudienceFilter".'],
    [
      { filter: { email: { did: [{ kinds: ['CLICK'], within: 'soon' }] } }, format: 'csv' },
      expect.stringContaining('"filter.email.did.0.within": '),
    ],
    [{ filter: { field: { key: 'shoe_size', exists: true } }, format: 'csv' }, 'The account has no field "shoe_size"'],
  ])('%j', async (body, message) => {
    const response = await ask(body);
    expect(await response.json()).toEqual({
      error: { code: 'BAD_USER_INPUT', message, retryable: false, requestId: 'test' },
    });
    expect(response.status).toBe(400);
  });

  test('an unknown column, told what there is', async () => {
    const { error } = JSON.parse(await (await ask({ filter: everybody, format: 'csv', columns: ['name'] })).text());
    expect(error.message).toMatch(
      /^There is no column "name"; there are id, displayName, .*email\.canSend, sms\.number/,
    );
  });

  test('a segment that is none, by the door of segments', async () => {
    const get = (file: string) =>
      fetch(`${system.url}/exports/segments/${file}`, { headers: { authorization: `Bearer ${story.keys.ADMIN}` } });
    expect((await get('seg_nothing.csv')).status).toBe(404);
    expect((await get('seg_%E0%A4%AF.csv')).status).toBe(404);
    // No address at all: the path cannot be read.
    const unreadable = await get('seg_%E0%A4%A.csv');
    expect(unreadable.status).toBe(400);
    expect(Object(await unreadable.json()).error).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'The request cannot be read.',
      requestId: expect.any(String),
    });
    const nowhere = await fetch(`${system.url}/exports/nowhere`);
    expect([nowhere.status, Object(await nowhere.json()).error.code]).toEqual([404, 'NOT_FOUND']);
    expect((await get('seg_nothing.pdf')).status).toBe(400);
  });

  test('keys without the scope, and nobody', async () => {
    for (const role of ['ANALYST', 'PARTNER', 'FRONTEND'] as const) {
      const response = await ask({ filter: everybody, format: 'csv' }, story.keys[role]);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({
        error: {
          code: 'FORBIDDEN',
          message: 'This needs the scope "contacts:export" and "contacts:read" and "segments:read".',
        },
      });
    }
    expect((await ask({ filter: everybody, format: 'csv' }, 'ucp_none')).status).toBe(401);
  });
});

// Machines that do other things too take their time over so many.
describe('many contacts', { timeout: 180_000 }, () => {
  const many = Number(process.env.UCP_EXPORT_CONTACTS ?? 2_500);
  let big: Story;

  beforeAll(async () => {
    big = await tellStory(system);
    // More than fits into the buffers of a connection.
    const note = 'x'.repeat(2_000);
    const lines = Array.from({ length: many }, (_, i) => `person${i}@example.com,Person,Number ${i},${note}\n`);
    await define(big, 'first_name', 'TEXT');
    await define(big, 'last_name', 'TEXT');
    await define(big, 'note', 'TEXT');
    const response = await fetch(`${system.url}/imports`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${big.keys.ADMIN}` },
      body: `Email,first_name,last_name,note\n${lines.join('')}`,
    });
    const { id } = JSON.parse(await response.text());
    for (;;) {
      const { data } = await big.ask('query ($id: ID!) { importJob(id: $id) { state } }', { id });
      if (data.importJob.state === 'COMPLETED') break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 180_000);

  test('are written a page at a time, each once, in memory that does not grow with them', async () => {
    const columns = ['id', 'displayName', 'customFields.note', 'email.address', 'email.canSend'];
    const response = await ask({ filter: everybody, format: 'ndjson', columns }, big.keys.ADMIN);
    expect(response.headers.get('x-ucp-contacts')).toBe(String(many));
    const before = heldHeap();
    let most = before;
    let bytes = 0;
    let measured = 0;
    let rest = '';
    const seen = new Set<string>();
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      const lines = (rest + Buffer.from(chunk).toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) seen.add(JSON.parse(line).id);
      // What is held, not what waits to be collected; collecting takes a while.
      if (seen.size < measured + 1_000) continue;
      measured = seen.size;
      most = Math.max(most, heldHeap());
    }
    const [megabytes, added] = [bytes, most - before].map((size) => Math.round(size / 1_000_000));
    console.info(`an export of ${many} contacts, ${megabytes} MB, held ${added} MB at most`);
    expect(seen.size).toBe(many);
    expect(most - before).toBeLessThan(bytes / 2);
  });

  test('are not read on when whoever asked goes away, nor faster than they are taken', async () => {
    const pagesRead = () => system.sent('identity').filter((text) => text.includes('profiles_of_contacts')).length;
    const before = pagesRead();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${big.keys.ADMIN}` };
      const asking = request(`${system.url}/exports`, { method: 'POST', headers }, resolve);
      asking.on('error', reject);
      asking.end(JSON.stringify({ filter: everybody, format: 'ndjson' }));
    });
    // Nobody takes anything: what fits into the buffers on the way is read, and no more.
    await settled(pagesRead);
    const taken = pagesRead() - before;
    response.destroy();
    await settled(pagesRead);
    expect(taken).toBeLessThan(many / 200);
    expect(pagesRead() - before).toBeLessThanOrEqual(taken + 1);
  });
});

/** Bytes of the heap that are in use after everything else was collected. */
function heldHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** Waits until a count has been the same for a while. */
async function settled(count: () => number): Promise<void> {
  for (let last = -1, same = 0; same < 10; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    same = count() === last ? same + 1 : 0;
    last = count();
  }
}
