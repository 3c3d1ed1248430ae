import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Pool } from 'undici';
import type { ContentKind, SenderProvider } from '../../subgraphs/channel/src/outgoing.ts';

/** Messages that are handed over at the same time, and over as many connections. */
export const atOnce = 500;
const connections = 50;

export const text = 'Dear {first_name}, spring is here: everything is on sale until Sunday.';
export const content: ContentKind<{ readonly text: string }, { readonly text: string }> = {
  readParts: ({ text: given }) => ({ text: String(given) }),
  fieldsOf: () => ['first_name'],
  write: (parts, _whenMissing, { view }) => ({
    content: { text: parts.text.replace('{first_name}', String(view.first_name ?? '')) },
    links: [],
  }),
  detailsOf: () => ({ subject: 'Spring' }),
};

export type Post = (body: object) => Promise<string>;

/** A provider in a process of its own. */
export interface LocalProvider {
  readonly post: Post;
  /** Messages it took. */
  readonly taken: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function startLocalProvider(): Promise<LocalProvider> {
  const child = fork(new URL('./sending-provider.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const [{ port }] = await once(child, 'message');
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  return {
    post: async (body) => {
      const answer = await pool.request({ method: 'POST', path: '/messages', body: JSON.stringify(body) });
      return Object(await answer.body.json()).id;
    },
    taken: async () => {
      child.send('count');
      const [{ taken }] = await once(child, 'message');
      return taken;
    },
    stop: async () => {
      await pool.close();
      child.kill();
    },
  };
}

export const providerOf = (post: Post): SenderProvider<object, { readonly text: string }> => ({
  name: 'LOCAL',
  readSettings: (given) => given,
  perSecond: 10_000,
  atOnce,
  open: () => ({
    send: async ({ to, content: { text: body } }) => ({ is: 'SENT', providerMessageId: await post({ to, body }) }),
    lookUp: async () => ({ is: 'CANNOT_TELL', detail: 'It keeps no list.' }),
    close: async () => {},
  }),
});
