import type { GraphQLDataSource } from '@apollo/gateway';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.ts';

/**
 * One part of the graph as Apollo's executor reaches it. The caller goes along with the newest journal state this request
 * has seen of every part, so that a part that is behind folds before it answers; what the answer is true for comes back. A query's
 * fetches are told to be of one question, which a part then reads once.
 */
export function createPartSource(part: Pick<Connection, 'name' | 'execute'>): GraphQLDataSource<GatewayContext> {
  return {
    process: async (options) => {
      if (!('incomingRequestContext' in options)) return { data: null };
      const { caller, revs } = options.context;
      const { query = '', variables, operationName } = options.request;
      // What is read before a mutation's next field need not be true behind it.
      const isQuery = options.incomingRequestContext.operation?.operation === 'query';
      const question = isQuery ? options.context.question : undefined;
      try {
        const result = await part.execute(
          { query, variables, operationName },
          { ...caller, revs: Object.fromEntries(revs), question },
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
