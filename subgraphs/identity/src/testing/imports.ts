import { Readable } from 'node:stream';
import type { Caller } from '@ucp/kit/caller';
import type { TestPart } from '@ucp/kit/testing/part';
import { expect } from 'vitest';

/** How a test sends files to an account of its own, and looks at what becomes of them. */
export interface ImportClient {
  readonly account: number;
  readonly post: (
    csv: string | Buffer | Readable,
    options?: {
      readonly query?: Readonly<Record<string, string>>;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ) => Promise<{ readonly status: number; readonly body: ReturnType<typeof JSON.parse> }>;
  /** The import as it stands. */
  readonly job: (id: string) => Promise<ReturnType<typeof JSON.parse>>;
  /** Posts a file and waits until it is over. */
  readonly take: (
    csv: string | Buffer,
    query?: Readonly<Record<string, string>>,
  ) => Promise<ReturnType<typeof JSON.parse>>;
  readonly finished: (id: string) => Promise<ReturnType<typeof JSON.parse>>;
  readonly ask: (document: string, variables?: Record<string, unknown>) => Promise<ReturnType<typeof JSON.parse>>;
  /** The file of rejected rows. */
  readonly rejected: (id: string) => Promise<string>;
}

const document = `query ($id: ID!) { importJob(id: $id) {
  id state fileName dryRun existing rows processed created updated merged refused skipped rejected rowsPerSecond remainingSeconds finishedAt failure
  columns { header target } rejectedRows { nodes { line cells reason } }
} }`;

export async function createImportClient(part: TestPart, name: string): Promise<ImportClient> {
  const opened = await part.ask('mutation ($name: String!) { accountOpen(name: $name, roles: []) { account } }', {
    name,
  });
  const { account } = opened.data.accountOpen;
  const caller: Caller = {
    account,
    actor: 'key:test',
    role: 'ADMIN',
    scopes: [],
    requestId: 'test',
    origin: null,
    revs: {},
  };
  const ask: ImportClient['ask'] = async (query, variables = {}) =>
    (await part.ask(query, variables, { account })).data;
  const job: ImportClient['job'] = async (id) => (await ask(document, { id })).importJob;

  const post: ImportClient['post'] = async (csv, { query = {}, headers = {} } = {}) => {
    const path = `/imports?${new URLSearchParams(query)}`;
    const body = csv instanceof Readable ? csv : Readable.from([Buffer.from(csv)]);
    const answer = await part.subgraph.knock({
      method: 'POST',
      path,
      url: path,
      headers: { 'content-type': 'text/csv', ...headers },
      body,
      caller,
    });
    return { status: answer.status, body: JSON.parse(String(answer.body)) };
  };

  const finished: ImportClient['finished'] = async (id) => {
    await expect.poll(async () => (await job(id)).state).toMatch(/^(COMPLETED|FAILED|CANCELED)$/);
    return job(id);
  };

  return {
    account,
    ask,
    job,
    post,
    finished,
    take: async (csv, query = {}) => {
      const { status, body } = await post(csv, { query });
      expect({ status, body }).toMatchObject({ status: 202 });
      return finished(body.id);
    },
    rejected: async (id) => {
      const path = `/imports/${id}/rejected.csv`;
      const answer = await part.subgraph.knock({
        method: 'GET',
        path,
        url: path,
        headers: {},
        body: Buffer.alloc(0),
        caller,
      });
      let text = '';
      for await (const chunk of answer.body as Readable) text += chunk;
      return text;
    },
  };
}
