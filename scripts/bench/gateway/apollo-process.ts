// @apollo/gateway as its documentation starts it: parts over HTTP, or reached in this process.
import { once } from 'node:events';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { GraphRequest } from '@ucp/kit/connection';
import { type Installation, openParts } from './installation.ts';
import { localSource } from './local-source.ts';
import { replayed } from './replay.ts';

export interface ApolloOrder {
  readonly installation: Installation;
  readonly replay: boolean;
  /** With the addresses of parts in it. */
  readonly supergraphSdl: string;
  /** By part, for those that are reached in this process by the gateway's own `LocalGraphQLDataSource`; null: by an object that calls them. */
  readonly schemas: Readonly<Record<string, string>> | null;
  readonly local: boolean;
}

const [order]: [ApolloOrder] = Object(await once(process, 'message'));
const gateway = new ApolloGateway({
  supergraphSdl: order.supergraphSdl,
  ...(order.local ? { buildService: await localSources(order) } : {}),
});
const server = new ApolloServer({ gateway, introspection: false, includeStacktraceInErrorResponses: false });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.send?.({ url: `${url}graphql` });

async function localSources({ installation, replay, schemas }: ApolloOrder) {
  const { subgraphs, profile, caller } = await openParts(installation);
  const parts = new Map([...subgraphs, profile].map((part) => [part.name, replay ? replayed(part) : part]));
  return ({ name }: { readonly name: string }): GraphQLDataSource => {
    const ask = async (request: GraphRequest) => {
      const { data, errors } = (await parts.get(name)?.execute(request, caller)) ?? {};
      if (errors !== undefined) throw new Error(`${name} answered with errors`);
      return data ?? null;
    };
    if (schemas !== null) return localSource(schemas[name] ?? '', ask);
    return { process: async ({ request: { query = '', variables } }) => ({ data: await ask({ query, variables }) }) };
  };
}
