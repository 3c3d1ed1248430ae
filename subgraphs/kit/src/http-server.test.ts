import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Agent, request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { type Caller, serviceCaller } from './caller.ts';
import type { Connection, GraphResult } from './connection.ts';
import { bodyLimit } from './graph-server.ts';
import { healthy } from './health.ts';
import { createHttpServer, tokenHeader } from './http-server.ts';
import { createSecret } from './secret.ts';
import { createTokens, hashOf } from './token.ts';

const tokens = createTokens(createSecret('a secret that is long enough to be one'));
const fetched = JSON.stringify({ query: '{ a }' });
const tokenOf = (body: string, caller: Caller = serviceCaller('test', 7)) => tokens.sign('part', caller, hashOf(body));

const answered = async (): Promise<GraphResult> => ({ data: { a: 1 } });

/** A part that answers so. */
async function serve(own: Partial<Connection> = {}): Promise<{ readonly app: FastifyInstance; readonly port: number }> {
  const part: Connection = {
    name: 'part',
    execute: answered,
    doors: async () => [],
    knock: async () => ({ status: 204 }),
    journal: {
      heads: async () => [],
      after: async () => ({ rev: 0, more: false, entries: [] }),
      change: async () => {},
    },
    health: async () => healthy('part'),
    ...own,
  };
  const app = createHttpServer(part, tokens);
  await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => {
    app.server.closeAllConnections();
    return app.close();
  });
  return { app, port: Object(app.server.address()).port };
}

const isClosedWithin = (socket: Socket, wait: number): Promise<boolean> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve(true));
    setTimeout(() => resolve(false), wait);
  });

test.each(['/graphql', '/journal'])(
  'a request to %s that is too long is refused, and nothing more is read of it',
  async (path) => {
    const { port } = await serve();
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    onTestFinished(() => void socket.destroy());
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: part\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    let sent = 0;
    const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, 32), Buffer.from('\r\n')]);
    const more = () => {
      while (!socket.destroyed && sent < 30 * bodyLimit) {
        sent += 0x100000;
        if (!socket.write(piece)) return;
      }
    };
    socket.on('drain', more);
    more();
    expect(await isClosedWithin(socket, 4_000)).toBe(true);
    expect(sent).toBeLessThan(3 * bodyLimit);
  },
);

test('who sends half a request and goes does no harm', async () => {
  const { port } = await serve();
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /graphql HTTP/1.1\r\nhost: part\r\ncontent-length: 100\r\n\r\n{"query"');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.resetAndDestroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const answer = await request(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { [tokenHeader]: tokenOf(fetched) },
    body: fetched,
  });
  expect([answer.statusCode, await answer.body.json()]).toEqual([200, { data: { a: 1 } }]);
});

test('a connection is kept for longer than callers pause, and what is streamed takes as long as its sender', async () => {
  const { app, port } = await serve();
  const { headers, body } = await request(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { [tokenHeader]: tokenOf(fetched) },
    body: fetched,
  });
  await body.dump();
  expect(headers['keep-alive']).toBe('timeout=72');
  expect(app.server.requestTimeout).toBe(0);
});

test.each([
  { method: 'POST', path: '/graphql', body: fetched, bound: fetched },
  { method: 'GET', path: '/health', body: null, bound: '/health' },
] as const)(
  'a part that stops answers what is under way to $path, and waits for nobody to let go of a connection',
  async (asked) => {
    const { method, path, body, bound } = asked;
    const [begun, released] = [createGate(), createGate()];
    const slowly = async () => {
      begun.open();
      await released.opened;
    };
    const { app, port } = await serve({
      execute: async () => slowly().then(answered),
      health: async () => slowly().then(() => healthy('part')),
    });
    const agent = new Agent();
    onTestFinished(() => agent.destroy());
    const headers = { [tokenHeader]: tokenOf(bound) };
    const answer = request(`http://127.0.0.1:${port}${path}`, { method, headers, body, dispatcher: agent });
    await begun.opened;
    const closed = app.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    released.open();
    const { statusCode, body: told } = await answer;
    await told.dump();
    expect(statusCode).toBe(200);
    const since = performance.now();
    await closed;
    expect(performance.now() - since).toBeLessThan(1_000);
  },
);

function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
