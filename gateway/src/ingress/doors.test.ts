import type { AddressInfo } from 'node:net';
import type { Door, DoorRequest, DoorResponse } from '@ucp/kit/door';
import { createHttpServer } from '@ucp/kit/http-server';
import { connectRemotely } from '@ucp/kit/remote-connection';
import { createKnock, type Subgraph } from '@ucp/kit/subgraph';
import { testSecret } from '@ucp/kit/testing/part';
import { createTokens } from '@ucp/kit/token';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerDoors } from './doors.ts';

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
const knocks: DoorRequest[] = [];
const answer = (response: DoorResponse) => async (request: DoorRequest) => {
  knocks.push(request);
  return response;
};
const door = (method: Door['method'], path: string, response: DoorResponse): Door => ({
  method,
  path,
  scopes: null,
  streams: false,
  handle: answer(response),
});
const page = { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex' };
const doors: readonly Door[] = [
  door('GET', '/bytes', {
    status: 200,
    headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' },
    body: everyByte,
  }),
  door('GET', '/to/:link', { status: 302, headers: { location: 'https://shop.example/' } }),
  door('HEAD', '/to/:link', { status: 302, headers: { location: 'https://shop.example/looked' } }),
  door('GET', '/page', { status: 404, headers: page, body: '<h1>none</h1>' }),
  door('GET', '/refusal', {
    status: 403,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: '{"error":{"code":"FORBIDDEN","message":"no"}}',
  }),
];
const nowhere = async () => {
  throw new Error('not asked here');
};
const part: Subgraph = {
  name: 'part',
  execute: nowhere,
  ...createKnock(doors),
  journal: { heads: nowhere, after: nowhere, change: nowhere },
  health: nowhere,
  meet: () => {},
  start: async () => {},
  rest: async () => {},
  stop: async () => {},
};

const tokens = createTokens(testSecret);
const open: { close: () => Promise<unknown> }[] = [];
const gateways: { readonly how: string; readonly app: FastifyInstance }[] = [];
beforeAll(async () => {
  const server = createHttpServer(part, tokens);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const remote = connectRemotely('part', `http://127.0.0.1:${port}`, tokens, 'gateway');
  for (const [how, each] of [
    ['in this process', part],
    ['over HTTP', remote],
  ] as const) {
    const app = fastify({ logger: false });
    await registerDoors(app, { parts: [each], callerOf: nowhere, publicUrl: null });
    gateways.push({ how, app });
    open.push(app);
  }
  open.push(remote, server);
});
afterAll(async () => {
  for (const each of open) await each.close();
});

test.each([0, 1])(
  'bytes, pages, redirects and who asked go through a door as they are, in this process and over HTTP (%#)',
  async (i) => {
    const app = gateways[i]?.app;
    if (app === undefined) throw new Error('no gateway');
    const ask = (method: 'GET' | 'HEAD', url: string) =>
      app.inject({
        method,
        url,
        headers: { 'user-agent': 'phone', 'x-ucp-client-ip': '6.6.6.6' },
        remoteAddress: '203.0.113.7',
      });

    const bytes = await ask('GET', '/bytes');
    expect([bytes.statusCode, bytes.headers['content-type'], bytes.headers['cache-control']]).toEqual([
      200,
      'image/gif',
      'no-store',
    ]);
    expect(bytes.rawPayload.equals(everyByte)).toBe(true);
    expect(knocks.at(-1)).toMatchObject({ ip: '203.0.113.7', headers: { 'user-agent': 'phone' } });

    const token = 'x'.repeat(1_990);
    expect((await ask('GET', `/to/${token}`)).headers.location).toBe('https://shop.example/');
    expect(knocks.at(-1)?.path).toBe(`/to/${token}`);
    const looked = await ask('HEAD', '/to/x');
    expect([looked.statusCode, looked.headers.location, looked.body]).toEqual([302, 'https://shop.example/looked', '']);
    expect((await ask('HEAD', '/bytes')).statusCode).not.toBe(200);

    const none = await ask('GET', '/page');
    expect([none.statusCode, none.headers['x-robots-tag'], none.body]).toEqual([404, 'noindex', '<h1>none</h1>']);
    expect((await ask('GET', '/refusal')).json()).toEqual({
      error: { code: 'FORBIDDEN', message: 'no', retryable: false, requestId: expect.any(String) },
    });
  },
);
