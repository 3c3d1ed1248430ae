import { fileURLToPath } from 'node:url';
import { type Channel, createChannel } from '@ucp/channel/channel';
import { createRecordOwn, type RecordOwn } from '@ucp/channel/own-events';
import { createClock } from '@ucp/kit/clock';
import { type DoorRequest, type DoorResponse, findDoor } from '@ucp/kit/door';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase, type TestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailChannel } from '../email-channel.ts';
import { createEmailLinks } from './email-links.ts';
import { emailSending } from './sending.ts';
import { trackingDoors } from './tracking-doors.ts';

const log = createLog('email', 'silent');
const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));
const links = createEmailLinks(testSecret);
const message = { account: 1, addressNo: 1, messageId: '1.42.aa@contacts.example.com' };
const clickPath = (url: string) => links.clickPath(message, url);
let database: TestDatabase;
const clock = createClock();
let channel: Channel;
let record: RecordOwn;

const make = (databaseUrl: string) =>
  createChannel(
    emailChannel,
    { databaseUrl, clock, secret: testSecret, log, publicUrl: 'https://contacts.example.com' },
    migrations,
    [],
    null,
  );
beforeAll(async () => {
  database = await createTestDatabase({ template: 'email-doors', prepare: async (url) => (await make(url)).stop() });
  channel = await make(database.url);
  record = createRecordOwn({ channel, log, clock });
  const delivered = { kind: 'DELIVERED', machine: false, messageId: message.messageId, details: {} };
  const acquisition = { kind: 'API', detail: 'test' } as const;
  await channel.ingest(1, {
    sourceNo: 1,
    skipped: [],
    events: [
      { ...delivered, key: 'd1', at: new Date('2026-03-01T10:00:00Z'), address: 'ada@example.com', acquisition },
    ],
  });
});
afterAll(async () => {
  await channel.stop();
  await database.drop();
});

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';
function knock(
  path: string,
  headers: DoorRequest['headers'] = { 'user-agent': phone },
  method = 'GET',
): Promise<DoorResponse> {
  const found = findDoor(trackingDoors(channel, testSecret, record), method, path);
  const request = {
    method,
    path,
    url: `https://x${path}`,
    headers,
    body: Buffer.alloc(0),
    caller: null,
    ip: '203.0.113.7',
  };
  return found === null ? Promise.resolve({ status: 405 }) : found.door.handle(request, found.params);
}
interface Row {
  readonly kind: number;
  readonly machine: boolean;
  readonly messageId: string;
  readonly details: unknown;
}
const activity = async (): Promise<Row[]> =>
  (
    await channel.db.pool.query<Row>(
      `select kind, machine, message_id as "messageId", details from activity where account_id = 1 and kind in (3, 4) order by rev, at`,
    )
  ).rows;
const recorded = async (count: number): Promise<Row[]> => {
  await expect.poll(async () => (await activity()).length).toBe(count);
  return activity();
};

test('a link leads on to where it was written to lead, and the click is recorded of its message', async () => {
  const url = 'https://shop.example/?a=1&b=2#c';
  const { status, headers, body } = await knock(clickPath(url));
  expect([status, headers?.location, headers?.['cache-control'], body]).toEqual([302, url, 'no-store', undefined]);
  const [click] = (await recorded(1)).slice(-1);
  expect(click).toEqual({
    kind: 4,
    machine: false,
    messageId: message.messageId,
    details: { url, userAgent: phone, ip: '203.0.113.7' },
  });
});

test('the links of a mail that was written lead where its html said', async () => {
  const { content, senders } = emailSending(testSecret);
  expect(senders.map(({ name }) => name)).toEqual(['SMTP']);
  const parts = content.readParts(
    { subject: 'Hi', html: '<a href="https://shop.example/?a=1&amp;b={{b}}">Shop</a>' },
    [],
  );
  const publicUrl = 'https://contacts.example.com';
  const writing = {
    account: 1,
    messageNo: 9,
    addressNo: 1,
    to: '',
    topic: null,
    campaign: null,
    view: { b: 'ö' },
    publicUrl,
    at: new Date(),
  };
  const written = content.write(parts, 'FAIL', writing);
  const { html, messageId } = Object('content' in written ? written.content : null);
  const [, path = ''] = /href="https:\/\/contacts\.example\.com(\/c\/[^"]+)"/.exec(html) ?? [];
  expect((await knock(path)).headers?.location).toBe('https://shop.example/?a=1&b=%C3%B6');
  expect((await recorded(2)).at(-1)).toMatchObject({ kind: 4, messageId });
});

test('the picture is a gif that nobody keeps, and the open is recorded', async () => {
  const { status, headers, body } = await knock(links.openPath(message));
  expect([status, headers?.['content-type'], headers?.['cache-control']]).toEqual([200, 'image/gif', 'no-store']);
  expect(Buffer.isBuffer(body) && body.subarray(0, 6).toString()).toBe('GIF89a');
  expect((await recorded(3)).at(-1)).toMatchObject({ kind: 3, machine: false, messageId: message.messageId });
});

test('what a program does is recorded as a machine’s: by its name, by HEAD, or fetched before anybody asked', async () => {
  await knock(clickPath('https://shop.example/1'), { 'user-agent': 'Barracuda Sentinel' });
  await recorded(4);
  expect((await knock(clickPath('https://shop.example/2'), { 'user-agent': phone }, 'HEAD')).status).toBe(302);
  await recorded(5);
  await knock(links.openPath(message), { 'user-agent': phone, 'sec-purpose': 'prefetch;prerender' });
  await recorded(6);
  await knock(links.openPath({ ...message, messageId: 'other' }), { 'user-agent': 'Mozilla/5.0' });
  expect((await recorded(7)).slice(-4).map(({ machine }) => machine)).toEqual([true, true, true, true]);
});

test('a link that is followed in a loop leads on each time, and is one click of this while', async () => {
  const before = (await activity()).length;
  clock.setOffset(5_000 - (Date.now() % 10_000));
  const looped = { ...message, messageId: 'looped' };
  for (let i = 0; i < 50; i++)
    expect((await knock(links.clickPath(looped, 'https://shop.example/loop'))).status).toBe(302);
  // As another process would tell it.
  createRecordOwn({ channel, log, clock })(async () => ({
    account: 1,
    address: 'ada@example.com',
    messageId: 'looped',
    kind: 'CLICK',
    machine: false,
    url: 'https://shop.example/loop',
    details: {},
  }));
  await knock(clickPath('https://shop.example/behind-the-loop'));
  await recorded(before + 2);
  clock.setOffset(0);
});

test('a link that is not ours leads nowhere and leaves nothing, whatever it looks like', async () => {
  const genuine = clickPath('https://shop.example/');
  const [body = '', signature = ''] = genuine.slice('/c/'.length).split('.');
  const elsewhere = Buffer.from(JSON.stringify([0, [1, 1, 'x', 'https://evil.example']])).toString('base64url');
  const open = links.openPath(message).slice('/o/'.length, -'.gif'.length);
  const before = (await activity()).length;
  for (const path of [
    '/c/x',
    '/c/https%3A%2F%2Fevil.example',
    `/c/${elsewhere}.${signature}`,
    `/c/${body}.${'A'.repeat(43)}`,
    `/c/${open}`,
    `/o/${body}.${signature}.gif`,
    links.openPath(message).replace('.gif', ''),
    `/c/${'a'.repeat(10_000)}`,
  ]) {
    const { status, headers, body: page } = await knock(path);
    expect([status, headers?.location, headers?.['content-type']]).toEqual([
      404,
      undefined,
      'text/html; charset=utf-8',
    ]);
    expect(page).toContain('This link is not valid');
  }
  expect((await activity()).length).toBe(before);
});

test('the link leads on while nothing can be recorded', async () => {
  const unwell: Channel = {
    ...channel,
    ingest: async () => {
      throw new Error('away');
    },
  };
  const found = findDoor(
    trackingDoors(unwell, testSecret, createRecordOwn({ channel: unwell, log, clock })),
    'GET',
    clickPath('https://shop.example/'),
  );
  const request = { method: 'GET', path: '', url: '', headers: {}, body: Buffer.alloc(0), caller: null };
  expect((await found?.door.handle(request, found.params))?.status).toBe(302);
  const stuck: Channel = { ...channel, db: { ...channel.db, read: () => new Promise(() => {}) } };
  const other = findDoor(trackingDoors(stuck, testSecret, record), 'GET', clickPath('https://shop.example/'));
  expect((await other?.door.handle(request, other.params))?.status).toBe(302);
});

test('what is told of an address or an account that is not there is dropped', async () => {
  const before = (await activity()).length;
  expect((await knock(links.clickPath({ ...message, addressNo: 99 }, 'https://shop.example/'))).status).toBe(302);
  expect((await knock(links.clickPath({ ...message, account: 2 }, 'https://shop.example/'))).status).toBe(302);
  await knock(clickPath('https://shop.example/last'));
  await recorded(before + 1);
});
