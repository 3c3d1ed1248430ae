import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { exchange } from './remote-exchange.ts';
import { answerLimit } from './remote-limits.ts';

/** A pool of one connection to a server that answers so. */
async function poolTo(answer: RequestListener): Promise<Pool> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pool = new Pool(`http://127.0.0.1:${Object(server.address()).port}`, { connections: 1, pipelining: 1 });
  onTestFinished(async () => {
    await pool.destroy();
    server.closeAllConnections();
    server.close();
  });
  return pool;
}

const ask = { method: 'POST', path: '/graphql', body: 'ärger' } as const;

test('an answer comes whole, with its status and headers', async () => {
  const pool = await poolTo(async (request, response) => {
    const asked = await text(request);
    response.writeHead(201, { 'x-answer': 'yes' });
    response.write('to ');
    setTimeout(() => response.end(asked), 5);
  });
  const { status, headers, body } = await exchange(pool, ask, 5_000);
  expect([status, headers['x-answer'], body.toString()]).toEqual([201, 'yes', 'to ärger']);
});

test('an answer beyond the limit is not read to its end, and the pool goes on', async () => {
  let sent = 0;
  const pool = await poolTo((request, response) => {
    if (request.url === '/small') {
      response.end('small');
      return;
    }
    const more = () => {
      while (!response.destroyed && sent < 10 * answerLimit) {
        sent += 1_000_000;
        if (!response.write(Buffer.alloc(1_000_000))) return;
      }
    };
    response.on('drain', more).on('error', () => {});
    more();
  });
  await expect(exchange(pool, ask, 60_000)).rejects.toThrow(`at most ${answerLimit} bytes`);
  expect(sent).toBeLessThan(5 * answerLimit);
  expect((await exchange(pool, { ...ask, path: '/small' }, 5_000)).body.toString()).toBe('small');
});

test('what does not come whole in time is given up, also while it waits for a connection', async () => {
  let arrived = 0;
  const pool = await poolTo((_request, response) => {
    arrived++;
    response.write('a');
  });
  const begun = exchange(pool, ask, 100);
  const waiting = exchange(pool, ask, 50);
  await expect(waiting).rejects.toThrow('timeout');
  await expect(begun).rejects.toThrow('timeout');
  expect(arrived).toBe(1);
});

test('a connection that breaks is told', async () => {
  const pool = await poolTo((request) => request.socket.destroy());
  await expect(exchange(pool, ask, 5_000)).rejects.toThrow();
});
