// One schema without federation by Apollo Server and graphql-jit, or a handler of HTTP written by hand: over one database, or over
// answers that are there already.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { listSql, profileSql } from './one-database.ts';
import { peersFolder } from './peers.ts';

export interface MonolithOrder {
  readonly apiSdl: string;
  /** True: no GraphQL, the answer of a question as it stands. */
  readonly bare: boolean;
  /** Answers by the bodies that ask for them, or the database in which they are found and the moment that counts as now there. */
  readonly from:
    | { readonly answers: Readonly<Record<string, string>> }
    | { readonly databaseUrl: string; readonly moment: number };
}

type Variables = { readonly id?: string; readonly after?: string | null };
/** The value of the one root field that is asked, as text of JSON. */
type Find = (root: string, variables: Variables) => Promise<string> | string;

/** Connections of the pool: more of them were slower here. */
const connections = 4;
const roots = ['contact', 'contacts'];

const [order]: [MonolithOrder] = Object(await once(process, 'message'));
const find = 'answers' in order.from ? findAnswer(order.from.answers) : findByStatement(order.from);
process.send?.({ url: order.bare ? await serveBare() : await serveSchema() });

function findAnswer(answers: Readonly<Record<string, string>>): Find {
  const known = new Map<string, string>();
  for (const [body, answer] of Object.entries(answers)) {
    const [[root, value] = []] = Object.entries(Object(JSON.parse(answer).data));
    known.set(`${root} ${JSON.stringify(JSON.parse(body).variables)}`, JSON.stringify(value));
  }
  return (root, variables) => known.get(`${root} ${JSON.stringify(variables)}`) ?? 'null';
}

function findByStatement({ databaseUrl, moment }: { readonly databaseUrl: string; readonly moment: number }): Find {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  const now = new Date(moment);
  return async (root, { id, after }) => {
    const { rows } = await pool.query(
      root === 'contact'
        ? { name: 'profile', text: profileSql, values: [id, now] }
        : { name: 'list', text: listSql, values: [after ?? null] },
    );
    return rows[0]?.answer ?? 'null';
  };
}

async function serveBare(): Promise<string> {
  const server = createServer((request, response) => {
    const answer = async () => {
      const { variables } = JSON.parse(await text(request));
      const root = variables.id === undefined ? 'contacts' : 'contact';
      const told = Buffer.from(`{"data":{"${root}":${await find(root, variables)}}}\n`);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': told.length });
      response.end(told);
    };
    answer().catch((error) => response.destroy(error));
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
  const schema = buildSchema(order.apiSdl, { assumeValidSDL: true });
  const fields = schema.getQueryType().getFields();
  for (const root of roots)
    fields[root].resolve = async (_source: unknown, _given: unknown, { variables }: { variables: Variables }) =>
      JSON.parse(await find(root, variables));
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
