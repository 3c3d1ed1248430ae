import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import type { ImportArguments } from './arguments.ts';

const importJob = z.object({
  id: z.string(),
  state: z.enum(['RECEIVING', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELED']),
  dryRun: z.boolean(),
  rows: z.number(),
  processed: z.number(),
  created: z.number(),
  updated: z.number(),
  merged: z.number(),
  refused: z.number(),
  skipped: z.number(),
  rejected: z.number(),
  rowsPerSecond: z.number().nullable(),
  remainingSeconds: z.number().nullable(),
  failure: z.string().nullable(),
});
export type ImportJob = z.output<typeof importJob>;

const fields = Object.keys(importJob.shape).join(' ');
const received = z.object({ id: z.string(), columns: z.array(z.object({ header: z.string(), target: z.string() })) });
const refusal = z.object({ error: z.object({ message: z.string() }) });

export type Received = z.output<typeof received>;

/** Streams the file to the product. @param sent told how far it is @throws Error with the product's own words */
export async function sendFile(
  { file, url, key, gzip, parameters }: ImportArguments,
  sent: (bytes: number, of: number) => void,
  signal: AbortSignal,
): Promise<Received> {
  const handle = await open(file);
  const { size } = await handle.stat();
  const packed = await isPacked(handle);
  await handle.close();
  let count = 0;
  const counted = new Transform({
    transform: (chunk, _encoding, done) => {
      count += chunk.length;
      sent(count, size);
      done(null, chunk);
    },
  });
  const source = createReadStream(file)
    .on('error', (error) => counted.destroy(error))
    .pipe(counted);
  const body = gzip && !packed ? source.pipe(createGzip()) : source;
  const response = await fetch(`${url}/imports?${new URLSearchParams(parameters)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'text/csv',
      ...(gzip || packed ? { 'content-encoding': 'gzip' } : {}),
    },
    body: Readable.toWeb(body) as ReadableStream<Uint8Array>,
    duplex: 'half',
    signal,
  });
  const answer: unknown = await response.json().catch(() => null);
  const taken = received.safeParse(answer).data;
  if (response.status === 202 && taken !== undefined) return taken;
  throw new Error(refusal.safeParse(answer).data?.error.message ?? `The product answered ${response.status}`);
}

/** Gzip by its first bytes. */
async function isPacked(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

/** @throws Error with the product's own words */
export async function readImport({ url, key }: ImportArguments, id: string): Promise<ImportJob> {
  return importJob.parse(
    (await ask(url, key, `query ($id: ID!) { importJob(id: $id) { ${fields} } }`, { id })).importJob,
  );
}

/** Asks the product to take in nothing more. */
export async function cancelImport({ url, key }: ImportArguments, id: string): Promise<void> {
  await ask(url, key, 'mutation ($id: ID!) { importCancel(id: $id) { userErrors { message } } }', { id });
}

async function ask(
  url: string,
  key: string,
  query: string,
  variables: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors, error } = Object(await response.json());
  const message = errors?.[0]?.message ?? error?.message;
  if (message !== undefined) throw new Error(message);
  return Object(data);
}
