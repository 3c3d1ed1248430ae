import { fileURLToPath } from 'node:url';
import { type Channel, createChannel } from '@ucp/channel/channel';
import { createRecordOwn, type RecordOwn } from '@ucp/channel/own-events';
import { keepLinks } from '@ucp/channel/store/short-links';
import { createClock } from '@ucp/kit/clock';
import { type DoorResponse, findDoor } from '@ucp/kit/door';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase, type TestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smsChannel } from '../sms-channel.ts';
import { smsSending } from './sending.ts';
import { shortLinkDoors } from './short-link-doors.ts';

const log = createLog('sms', 'silent');
const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));
let database: TestDatabase;
const clock = createClock();
let channel: Channel;
let record: RecordOwn;

const make = (databaseUrl: string) =>
  createChannel(
    smsChannel,
    { databaseUrl, clock, secret: testSecret, log, publicUrl: 'https://contacts.example.com' },
    migrations,
    [],
    null,
  );
beforeAll(async () => {
  database = await createTestDatabase({ template: 'sms-doors', prepare: async (url) => (await make(url)).stop() });
  channel = await make(database.url);
  record = createRecordOwn({ channel, log, clock });
  const acquisition = { kind: 'API', detail: 'test' } as const;
  const sent = {
    key: 's1',
    at: new Date('2026-03-01T10:00:00Z'),
    address: '+15125550123',
    kind: 'SEND',
    machine: false,
  };
  await channel.ingest(1, {
    sourceNo: 1,
    skipped: [],
    events: [{ ...sent, messageId: 'SM1', details: {}, acquisition }],
  });
});
afterAll(async () => {
  await channel.stop();
  await database.drop();
});

/** Writes a message by one of its texts and keeps its links, as the queue does before it hands one over. */
async function kept(messageNo: number, body: string): Promise<readonly string[]> {
  const { content: contents } = smsSending(testSecret, 'https://c.example');
  const writing = {
    account: 1,
    messageNo,
    addressNo: 1,
    to: '+15125550123',
    topic: null,
    campaign: null,
    view: {},
    publicUrl: 'https://c.example',
    at: new Date(),
  };
  const written = contents.write(contents.readParts({ body }, []), 'FAIL', writing);
  if (!('links' in written)) throw new Error('not written');
  await keepLinks(
    channel.db,
    1,
    written.links.map((link) => ({ ...link, messageNo, addressNo: 1 })),
  );
  return written.links.map(({ code }) => code);
}
function follow(code: string, userAgent = 'Mozilla/5.0 (iPhone) Safari'): Promise<DoorResponse> {
  const path = `/s/${code}`;
  const found = findDoor(shortLinkDoors(channel, record), 'GET', path);
  const request = {
    method: 'GET',
    path,
    url: path,
    headers: { 'user-agent': userAgent },
    body: Buffer.alloc(0),
    caller: null,
  };
  return found === null ? Promise.resolve({ status: 405 }) : found.door.handle(request, found.params);
}
const clicks = async (): Promise<readonly object[]> =>
  (
    await channel.db.pool.query(
      `select message_id as "messageId", machine, details->>'url' as url from activity where account_id = 1 and kind = 4 order by rev`,
    )
  ).rows;

test('a short link leads where the text said; the click is one of the message, once its id is known', async () => {
  const [code = ''] = await kept(7, 'See https://shop.example/sale');
  expect((await follow(code)).headers?.location).toBe('https://shop.example/sale');
  await expect.poll(clicks).toEqual([{ messageId: null, machine: false, url: 'https://shop.example/sale' }]);
  await channel.db.pool.query(
    `insert into message (account_id, message_no, contact_no, sender_no, content_no, topic_no, variables, state, due_at, queued_at, queued_by, provider_message_id, rev)
     overriding system value values (1, 7, 1, 1, 1, 0, '{}', 'SENT', now(), now(), 'test', 'SM7', 1)`,
  );
  expect((await follow(code, 'facebookexternalhit/1.1')).status).toBe(302);
  await expect
    .poll(async () => (await clicks())[1])
    .toEqual({ messageId: 'SM7', machine: true, url: 'https://shop.example/sale' });
});

test('a message that is written again keeps its codes, and they lead where it now says', async () => {
  const [first] = await kept(8, 'See https://shop.example/old');
  const [again = ''] = await kept(8, 'See https://shop.example/new');
  expect(again).toBe(first);
  expect((await follow(again)).headers?.location).toBe('https://shop.example/new');
});

test('a code that was never sent leads nowhere', async () => {
  for (const code of ['aaaaaaaaaa', 'aaaa', 'a'.repeat(5_000), 'aaaaaaaaa%00', "a' or 1=1;"])
    expect(await follow(code)).toMatchObject({ status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
});

test('many links are kept at once', async () => {
  const links = Array.from({ length: 3_000 }, (_, i) => `https://shop.example/${i}?q="'\\`);
  const rows = links.map((url, i) => ({
    code: `many${String(i).padStart(6, '0')}`,
    url,
    messageNo: 100 + i,
    addressNo: 1,
  }));
  await keepLinks(channel.db, 1, rows);
  await keepLinks(channel.db, 1, []);
  const { rows: counted } = await channel.db.pool.query(
    `select url from short_link where code like 'many%' order by message_no`,
  );
  expect(counted.map(({ url }) => url)).toEqual(links);
});
