// Asks one server for a while, with as many requests under way as told.
import { once } from 'node:events';
import { Pool } from 'undici';

export interface LoadOrder {
  readonly url: string;
  readonly key: string;
  /** Asked in turn. */
  readonly bodies: readonly string[];
  readonly atOnce: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  /** Why it is worth nothing; null: every answer was a good one. */
  readonly failure: string | null;
}

for (;;) {
  const [order]: [LoadOrder] = Object(await once(process, 'message'));
  process.send?.(await load(order));
}

async function load({ url, key, bodies, atOnce, seconds }: LoadOrder): Promise<Loaded> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: atOnce, pipelining: 1 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const began = performance.now();
  const until = began + seconds * 1_000;
  let requests = 0;
  let failure: string | null = null;
  const ask = async () => {
    while (performance.now() < until && failure === null) {
      const body = bodies[requests++ % bodies.length] ?? '';
      const response = await pool.request({ method: 'POST', path: pathname, headers, body });
      const text = await response.body.text();
      if (response.statusCode !== 200 || text.includes('"errors":[')) failure = text.slice(0, 200);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask)).catch((error) => {
    failure = String(error);
  });
  const took = (performance.now() - began) / 1_000;
  await pool.close();
  return { requests, seconds: took, failure };
}
