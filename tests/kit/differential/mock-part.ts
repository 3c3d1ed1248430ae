import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import type { AnswerOfPart } from './compare.ts';
import { draw, drawOne } from './draw.ts';
import { spoil } from './spoil.ts';

/** How much goes wrong in a part. */
export interface Weather {
  /** Distinguishes one draw of answers from another. */
  readonly seed: number;
  /** Probability that a field fails. */
  readonly failing: number;
  /** Probability that a request is not answered, or with nothing but errors. */
  readonly down: number;
  /** Probability that something in an answer is not what the schema allows. */
  readonly spoilt: number;
}

export interface MockPart {
  readonly ask: (request: Parameters<AnswerOfPart>[1]) => Promise<ExecutionResult>;
}

/**
 * A part that answers any question about its schema without any data: each value is drawn from the object, the field and the
 * arguments. An object is what it was asked about with, so that a representation which lacks something shows in the values.
 */
export function createMockPart(name: string, sdl: string, weather: Weather): MockPart {
  const typeDefs = parse(sdl);
  const schema = resolvable(buildSubgraphSchema([{ typeDefs }]), weather);
  return {
    ask: async ({ query = '', variables = {}, operationName }) => {
      const luck = draw(name, weather.seed, 'luck', query, variables);
      if (luck < weather.down / 2) throw new GraphQLError(`${name} is down`, { extensions: { code: 'DOWN' } });
      if (luck < weather.down) return { data: null, errors: [new GraphQLError(`${name} gives up`)] };
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        operationName,
        fieldResolver: answer(weather),
        typeResolver: (value) => Object(value).__typename,
      });
      const plain: ExecutionResult = JSON.parse(JSON.stringify(result));
      return luck < weather.down + weather.spoilt ? spoil(plain, luck) : plain;
    },
  };
}

/** Objects that a part is asked about by a representation: most are known. */
function resolvable(schema: GraphQLSchema, { seed }: Weather): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const resolveReference = (reference: object) => (draw(seed, 'known', reference) < 0.04 ? null : reference);
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  }
  return schema;
}

const answer =
  ({ seed, failing }: Weather): GraphQLFieldResolver<unknown, unknown> =>
  (source, values, _context, info) => {
    const { parentType, fieldName, returnType, schema } = info;
    const object: Readonly<Record<string, unknown>> = Object(source);
    const given = object[fieldName];
    if (given !== undefined) return given;
    const question = [seed, parentType.name, fieldName, object, values];
    if (draw('fails', ...question) < failing) throw new GraphQLError(`${parentType.name}.${fieldName} fails`);
    return outputOf(schema, returnType, question);
  };

function outputOf(schema: GraphQLSchema, type: GraphQLOutputType, question: readonly unknown[]): unknown {
  if (isNonNullType(type)) return outputOf(schema, type.ofType, [...question, 'given']);
  if (question.at(-1) !== 'given' && draw('null', ...question) < 0.1) return null;
  if (isListType(type))
    return Array.from({ length: Math.floor(draw('length', ...question) * 4) }, (_, i) =>
      outputOf(schema, type.ofType, [...question, i]),
    );
  if (isObjectType(type)) return objectOf(type.name, question);
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type).map(({ name }) => name);
    // An interface that stands for types of other parts: it is all this part knows of them.
    return possible.length === 0 ? null : objectOf(drawOne(possible, 'type', ...question), question);
  }
  if (isEnumType(type))
    return drawOne(
      type.getValues().map(({ name }) => name),
      'value',
      ...question,
    );
  const number = 1 + Math.floor(draw('number', ...question) * 1000);
  switch (type.name) {
    case 'Int':
      return number;
    case 'Float':
      return number / 8;
    case 'Boolean':
      return draw('truth', ...question) < 0.5;
    default:
      return `${type.name} ${number}`;
  }
}

/** Few ids, so that objects are met again on other ways. */
const objectOf = (__typename: string, question: readonly unknown[]): object => ({
  __typename,
  id: `${__typename} ${Math.floor(draw('id', ...question) * 5)}`,
});
