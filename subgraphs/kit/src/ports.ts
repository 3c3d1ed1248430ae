import { createServer } from 'node:net';

/** Below what systems give to outgoing connections: from 32,768 on Linux, from 49,152 elsewhere. */
const lowest = 10_240;
const beyond = 32_768;

/** Whether nobody listens at this address of this machine. */
export const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/**
 * A port of this machine nobody listens on, for a server that is about to start. Of those that no outgoing connection is given:
 * one of these would take it before the server does, sooner or later.
 * @param host default: this machine alone
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tries = 0; tries < 1_000; tries++) {
    const port = lowest + Math.floor(Math.random() * (beyond - lowest));
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port from ${lowest} to ${beyond - 1} on ${host}`);
}
