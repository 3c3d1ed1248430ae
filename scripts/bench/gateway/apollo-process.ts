// @apollo/gateway as its documentation starts it: parts over HTTP, or reached in this process.
import { once } from 'node:events';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { type Installation, openParts } from './installation.ts';
import { replayed } from './replay.ts';

export interface ApolloOrder {
  readonly installation: Installation;
  readonly replay: boolean;
  /** With the addresses of parts in it. */
  readonly supergraphSdl: string;
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

async function localSources({ installation, replay }: ApolloOrder) {
  const { subgraphs, profile, caller } = await openParts(installation);
  const parts = new Map([...subgraphs, profile].map((part) => [part.name, replay ? replayed(part) : part]));
  return ({ name }: { readonly name: string }): GraphQLDataSource => ({
    process: async ({ request: { query = '', variables } }) => {
      const { data, errors } = (await parts.get(name)?.execute({ query, variables }, caller)) ?? {};
      if (errors !== undefined) throw new Error(`${name} answered with errors`);
      return { data: data ?? null };
    },
  });
}
