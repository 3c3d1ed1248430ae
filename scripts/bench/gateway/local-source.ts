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
    if (isUnionType(type) || isInterfaceType(type)) type.resolveType = (value) => Object(value).__typename;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    type.isTypeOf = undefined;
    for (const field of Object.values(type.getFields()))
      field.resolve = (parent, given, { answer }, { path }) => {
        const value = Object(parent ?? answer)[path.key];
        return field.name === '_entities' ? namedAsAsked(value, given.representations) : value;
      };
  }
  return schema;
}

/** A fetch of objects that it names does not ask for their types. */
const namedAsAsked = (entities: readonly Data[] | undefined, representations: readonly object[]) =>
  entities?.map((entity, i) =>
    entity === null ? null : { __typename: Object(representations[i]).__typename, ...entity },
  );
