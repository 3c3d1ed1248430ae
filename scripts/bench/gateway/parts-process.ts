// The parts of the graph over HTTP, for peers that know neither our tokens nor our keys, and for our own gateway.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createHttpServer } from '@ucp/kit/http-server';
import { createTokens } from '@ucp/kit/token';
import { benchSecret, type Installation, openParts } from './installation.ts';
import { replayedForWriting } from './replay.ts';
import { tellRooms } from './rooms.ts';

export interface PartsOrder {
  readonly installation: Installation;
  /** True: without the database. */
  readonly replay: boolean;
}

export interface PartsPorts {
  /** Where a part answers whoever asks, by part. */
  readonly open: Readonly<Record<string, number>>;
  /** Where it answers our gateway only. */
  readonly signed: Readonly<Record<string, number>>;
}

const [{ installation, replay }]: [PartsOrder] = Object(await once(process, 'message'));
const { subgraphs, profile, caller } = await openParts(installation);
const around = replay ? replayedForWriting : <Part>(part: Part) => part;
const open: Record<string, number> = {};
const parts = [...subgraphs, profile].map((part) => around(part));
for (const part of parts) {
  const server = createServer((request, response) => {
    const answer = async () => {
      const told = Buffer.from(JSON.stringify(await part.execute(JSON.parse(await text(request)), caller)));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': told.length });
      response.end(told);
    };
    answer().catch((error) => response.destroy(error));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open[part.name] = Number(Object(server.address()).port);
}
const tokens = createTokens(benchSecret);
const signed: Record<string, number> = {};
for (const part of parts) {
  const origin = await createHttpServer(part, tokens).listen({ port: 0, host: '127.0.0.1' });
  signed[part.name] = Number(new URL(origin).port);
}
tellRooms();
process.send?.({ open, signed } satisfies PartsPorts);
