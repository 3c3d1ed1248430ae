import { readFile } from 'node:fs/promises';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface Explorer {
  /** Folder of the built page. */
  readonly folder: string;
  /** What the page opens with; a key only ever for the demo account, and only on this machine. */
  readonly opening: () => { readonly key: string; readonly query: string; readonly variables: string } | null;
}

/** GraphiQL at `/graphiql`: our own files only, nothing from any other origin. */
export function registerExplorer(app: FastifyInstance, { folder, opening }: Explorer): void {
  app.register(staticFiles, {
    root: path.join(folder, 'assets'),
    prefix: '/graphiql/assets/',
    immutable: true,
    maxAge: '1d',
  });
  app.get('/graphiql', async (request, reply) => {
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    const start = isLoopback(request) ? opening() : null;
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      .send(page.replace('"__OPENING__"', JSON.stringify(start).replace(/</g, '\\u003c')));
  });
}

/** GraphiQL's editor makes workers of blobs and styles of its own; nothing comes from elsewhere. */
const policy =
  "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** Whether a request comes from this machine. */
export const isLoopback = ({ ip }: FastifyRequest): boolean =>
  ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1';
