import type pg from 'pg';

/** Statements that are given at once go out in one piece: the driver writes each by itself, which costs more than most of them. */
export function sendTogether(client: pg.PoolClient): void {
  const send = client.query.bind(client);
  const { stream } = Object(client).connection;
  let gathering = false;
  Object.assign(client, {
    query: (...parts: Parameters<typeof send>) => {
      if (!gathering) {
        gathering = true;
        stream.cork();
        process.nextTick(() => {
          gathering = false;
          stream.uncork();
        });
      }
      return send(...parts);
    },
  });
}

/** Tells `observe` each statement a connection sends. */
export function observeClient(client: pg.PoolClient, observe: (text: string) => void): void {
  const send = client.query.bind(client);
  Object.assign(client, {
    query: (...parts: Parameters<typeof send>) => {
      const [first] = parts;
      observe(typeof first === 'string' ? first : String(Object(first).text));
      return send(...parts);
    },
  });
}
