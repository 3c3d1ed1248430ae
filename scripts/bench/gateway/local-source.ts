import { type GraphQLDataSource, LocalGraphQLDataSource } from '@apollo/gateway';
import type { GraphRequest } from '@ucp/kit/connection';
import { schemaOf } from '@ucp/kit/subgraph';
import { type GraphQLSchema, isInterfaceType, isObjectType, isUnionType } from 'graphql';

type Data = Record<string, unknown> | null;

/**
 * `LocalGraphQLDataSource` over a part whose answers are recorded: it reads, checks and executes each fetch as it does over any
 * schema; what the fields give is looked up in the answer.
 */
export function localSource(sdl: string, ask: (request: GraphRequest) => Promise<Data>): GraphQLDataSource {
  const source = new LocalGraphQLDataSource(answering(schemaOf('', sdl, {})));
  return {
    process: async (options) => {
      const { query = '', variables } = options.request;
      return source.process({ ...options, context: { answer: await ask({ query, variables }) } });
    },
  };
}

function answering(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // A fetch of objects that it names does not ask for their types.
    if (isUnionType(type) || isInterfaceType(type))
      type.resolveType = (value, _context, { path, variableValues: { representations } }) =>
        Object(value).__typename ?? Object(Object(representations)[path.key]).__typename;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    type.isTypeOf = undefined;
    for (const field of Object.values(type.getFields()))
      field.resolve = (parent, _given, { answer }, { path }) => Object(parent ?? answer)[path.key];
  }
  return schema;
}
