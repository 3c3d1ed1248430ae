// One schema without federation: Apollo Server and graphql-jit over answers that are there already; or HTTP alone.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { peersFolder } from './peers.ts';

export interface MonolithOrder {
  readonly apiSdl: string;
  /** Answers by the bodies that ask for them. */
  readonly answers: Readonly<Record<string, string>>;
  /** True: no GraphQL, the answer of the body as it stands. */
  readonly bare: boolean;
}

const [{ apiSdl, answers, bare }]: [MonolithOrder] = Object(await once(process, 'message'));
process.send?.({ url: bare ? await serveBare() : await serveSchema() });

async function serveBare(): Promise<string> {
  const server = createServer(async (request, response) => {
    const answer = answers[await text(request)] ?? '{}';
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${Object(server.address()).port}/graphql`;
}

async function serveSchema(): Promise<string> {
  // All of the peers' own folder: two copies of graphql do not know each other's schemas.
  const require = createRequire(path.join(peersFolder, 'package.json'));
  const { buildSchema, parse } = require('graphql');
  const { ApolloServer } = require('@apollo/server');
  const { startStandaloneServer } = require('@apollo/server/standalone');
  const { compileQuery } = require('graphql-jit');
  const schema = buildSchema(apiSdl, { assumeValidSDL: true });
  const known = new Map<string, string>();
  for (const [body, answer] of Object.entries(answers)) {
    const [[root, value] = []] = Object.entries(Object(JSON.parse(answer).data));
    known.set(`${root} ${JSON.stringify(JSON.parse(body).variables)}`, JSON.stringify(value));
  }
  const fields = schema.getQueryType().getFields();
  for (const root of ['contact', 'contacts'])
    fields[root].resolve = (_source: unknown, _given: unknown, context: { variables: unknown }) =>
      JSON.parse(known.get(`${root} ${JSON.stringify(context.variables)}`) ?? 'null');
  const compiled = new Map<string, ReturnType<typeof compileQuery>>();
  const executor = async ({ source, request }: { source: string; request: { variables: unknown } }) => {
    const query = compiled.get(source) ?? compileQuery(schema, parse(source));
    compiled.set(source, query);
    return query.query({}, { variables: request.variables }, request.variables);
  };
  const gateway = {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (callback: (loaded: object) => void) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
  const server = new ApolloServer({ gateway, introspection: false, includeStacktraceInErrorResponses: false });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return `${url}graphql`;
}
