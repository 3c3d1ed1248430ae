import { createServer } from 'node:http';

/** A provider of messages on this machine: takes each, gives it an id, and counts. */
let taken = 0;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    taken += 1;
    response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"m-${taken}"}`);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', () => process.send?.({ taken }));
// A bench that is killed leaves nobody behind.
process.on('disconnect', () => process.exit(0));
