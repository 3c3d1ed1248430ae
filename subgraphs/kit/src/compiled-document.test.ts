import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLScalarType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { compileDocument } from './compiled-document.ts';
import { CodedError } from './errors.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  scalar Day
  enum Size { SMALL LARGE }
  interface Named { name: String! }
  type Thing implements Named @key(fields: "id") { id: ID! name: String! size: Size parts(first: Int = 2): [Part!]! broken: String day(of: Day): String }
  type Part implements Named { name: String! owner: Thing whole: Thing! }
  type Query { thing(id: ID!): Thing named: [Named] at(day: Day!): String echo(size: Size, flag: Boolean): String }
  type Mutation { first: Int second: Int }
`);
const order: string[] = [];
const thing = (id: unknown) => ({ __typename: 'Thing', id, name: `thing ${id}`, size: 'LARGE' });
const resolvers = {
  Day: new GraphQLScalarType({
    name: 'Day',
    parseValue: (value) => {
      if (value !== 'monday') throw new CodedError('BAD_USER_INPUT', `a day is "monday", got ${JSON.stringify(value)}`);
      return new Date(0);
    },
  }),
  Thing: {
    __resolveReference: async ({ id }: { id: string }) => (id === 'none' ? null : thing(id)),
    parts: (_thing: unknown, { first }: { first: number }) =>
      Array.from({ length: first }, (_, i) => ({ __typename: 'Part', name: i === 2 ? null : `part ${i}` })),
    broken: async () => {
      throw new CodedError('NOT_FOUND', 'nothing is whole');
    },
    day: (_thing: unknown, { of }: { of?: Date }) => of?.toISOString(),
  },
  Part: {
    owner: (_part: unknown, _values: unknown, { caller }: { caller: string }) => thing(caller),
    whole: () => {
      throw new Error('unexpected');
    },
  },
  Query: {
    thing: (_root: unknown, { id }: { id: string }) => thing(id),
    named: () => [thing(1), { __typename: 'Part', name: 'alone' }, null],
    at: (_root: unknown, { day }: { day: Date }) => day.toISOString(),
    echo: (_root: unknown, values: object) => JSON.stringify(values),
  },
  Mutation: {
    first: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return order.push('first');
    },
    second: () => order.push('second'),
  },
};
const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);

const cases: readonly [string, Record<string, unknown>?][] = [
  [
    'query ($id: ID!, $first: Int, $on: Boolean!) { thing(id: $id) { id size parts(first: $first) { name owner @include(if: $on) { id } } } }',
    { id: 7, first: 1, on: true },
  ],
  ['{ named { __typename name ... on Thing { parts { name } } ... on Part { owner { name } } } }'],
  ['{ thing(id: 1) { broken name parts(first: 3) { name } } }'],
  ['{ thing(id: 1) { broken parts { whole { id } } } other: thing(id: 2) { name } }'],
  [
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { name broken } } }',
    {
      r: [
        { __typename: 'Thing', id: '1' },
        { __typename: 'Thing', id: 'none' },
      ],
    },
  ],
  ['{ echo(size: SMALL) }'],
  ['query ($flag: Boolean = true) { echo(size: LARGE, flag: $flag) }'],
  ['query ($id: ID!) { thing(id: $id) { id } }', {}],
  ['query ($first: Int) { thing(id: 1) { parts(first: $first) { name } } }', { first: 'three' }],
  ['query ($day: Day!) { at(day: $day) }', { day: 'monday' }],
  ['query ($day: Day!) { at(day: $day) }', { day: 'noday' }],
  ['{ at(day: "monday") thing(id: 1) { day } }'],
];

test.each(cases)('what is compiled answers as graphql itself does: %s', async (text, variableValues = {}) => {
  const execute = compileDocument(schema, parse(text));
  const run = async () => {
    const { data, errors } = await execute({
      contextValue: { caller: 'ada' },
      variableValues,
      operationName: undefined,
    });
    const told = errors?.map(({ message, path, extensions }) => ({ message, path, extensions: { ...extensions } }));
    return JSON.parse(
      JSON.stringify({ data, errors: told?.sort((one, other) => (String(one.path) < String(other.path) ? -1 : 1)) }),
    );
  };
  const interpreted = await run();
  for (let i = 0; i < 2; i++) expect(await run()).toEqual(interpreted);
});

test('compiled mutations run one after another', async () => {
  const execute = compileDocument(schema, parse('mutation { first second }'));
  for (let i = 0; i < 3; i++) await execute({ contextValue: {}, variableValues: {}, operationName: undefined });
  expect(order).toEqual(['first', 'second', 'first', 'second', 'first', 'second']);
});
