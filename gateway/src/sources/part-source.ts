import type { GraphQLDataSource } from '@apollo/gateway';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.ts';

/**
 * One part of the graph as Apollo's executor reaches it. The caller goes along with the newest journal state this request
 * has seen of every part, so that a part that is behind folds before it answers; what the answer is true for comes back.
 */
export function createPartSource(part: Pick<Connection, 'name' | 'execute'>): GraphQLDataSource<GatewayContext> {
  return {
    process: async (options) => {
      if (!('incomingRequestContext' in options)) return { data: null };
      const { caller, revs } = options.context;
      const { query = '', variables, operationName } = options.request;
      try {
        const result = await part.execute(
          { query, variables, operationName },
          { ...caller, revs: Object.fromEntries(revs) },
        );
        for (const [name, rev] of Object.entries(result.extensions?.revs ?? {}))
          revs.set(name, Math.max(revs.get(name) ?? 0, rev));
        return {
          data: result.data ?? null,
          ...(result.errors === undefined ? {} : { errors: result.errors.map(told) }),
        };
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        throw new GraphQLError(error.message, { extensions: { code: error.code, part: part.name } });
      }
    },
  };
}

/** Without its locations, which are places in the plan's document and not in the client's. */
const told = ({ message, path, extensions }: GraphQLError) => ({
  message,
  ...(path === undefined ? {} : { path }),
  extensions: { ...extensions },
});
