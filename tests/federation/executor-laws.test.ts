import { type ExecutionResult, GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import {
  type AnswerOfPart,
  createMockRivals,
  createRivals,
  type Parts,
  type Rivals,
} from '../kit/differential/compare.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external", "@shareable"])';
const calm = { seed: 7, failing: 0, down: 0, spoilt: 0 };

const demand = (rivals: Rivals | null): Rivals => {
  if (rivals === null) throw new Error('the parts do not compose');
  return rivals;
};
const ask = async (rivals: Rivals, document: string, variables = {}): Promise<ExecutionResult> => {
  const answers = await rivals.ask({ document, variables });
  if (answers === null) throw new Error(`not valid: ${document}`);
  return answers.ours;
};

const priced: Parts = {
  goods: `${link} type Query { good: Good! } type Good @key(fields: "id") { id: ID! name: String! price(currency: String!): Int! weight: Int! }`,
  freight: `${link} type Good @key(fields: "id") { id: ID! price(currency: String!): Int! @external weight: Int! @external
    duty: String! @requires(fields: "price(currency: \\"USD\\")") freight: String! @requires(fields: "weight") }`,
};

test('what a part requires is what it gets, whatever the client asks for under the same name', async () => {
  const rivals = demand(await createMockRivals(priced, calm));
  const { data: alone } = await ask(rivals, '{ good { duty freight } }');
  const { data } = await ask(rivals, '{ good { price(currency: "EUR") duty freight weight: name again: weight } }');
  expect(data?.good).toMatchObject({ ...Object(alone?.good) });
  const { data: asked } = await ask(rivals, '{ good { price(currency: "EUR") name } }');
  expect(data?.good).toMatchObject({ price: Object(asked?.good).price, weight: Object(asked?.good).name });
  expect(Object.keys(Object(data?.good))).toEqual(['price', 'duty', 'freight', 'weight', 'again']);
  expect(new Set(rivals.executions)).toEqual(new Set(['compiled']));
});

const mixed: Parts = {
  shelf: `${link} type Query { items: [Item]! } union Item = Book | Film type Film { id: ID! } type Book @key(fields: "id") { id: ID! }`,
  stars: `${link} type Book @key(fields: "id") { id: ID! stars: Int }`,
};

test('an error of an object tells the place of that very object, where a part is not asked about all of a list', async () => {
  const answer: AnswerOfPart = async (part) =>
    part === 'shelf'
      ? {
          data: {
            items: [
              { __typename: 'Film', id: '1' },
              { __typename: 'Book', id: '2' },
              null,
              { __typename: 'Book', id: '3' },
            ],
          },
        }
      : {
          data: { _entities: [{ stars: 5 }, { stars: null }] },
          errors: [new GraphQLError('no stars', { path: ['_entities', 1, 'stars'] })],
        };
  const rivals = demand(await createRivals(mixed, answer));
  const { data, errors } = await ask(rivals, '{ items { ... on Book { stars } } }');
  expect(data).toEqual({ items: [{}, { stars: 5 }, null, { stars: null }] });
  expect(errors).toMatchObject([{ message: 'no stars', path: ['items', 3, 'stars'] }]);
});

test('a value that is false or zero comes back under its own name, where the planner had to ask for it under another', async () => {
  const both = '"id") { id: ID! on: Boolean @shareable size: Int @shareable }';
  const parts: Parts = {
    shelf: `${link} type Query { items: [Item]! } union Item = Book | Film type Film { on: Boolean size: Int }
      type Book @key(fields: ${both.replace('Boolean', 'Boolean!').replace('Int', 'Int!')}`,
    lent: `${link} type Book @key(fields: ${both}`,
  };
  const answer: AnswerOfPart = async (_part, { query = '' }) => {
    const nameOf = (type: string, field: string) =>
      new RegExp(`on ${type}\\{[^}]*?(\\w+):${field}\\b`).exec(query)?.[1] ?? field;
    const item = (type: string, on: boolean, size: number) => ({
      __typename: type,
      [nameOf(type, 'on')]: on,
      [nameOf(type, 'size')]: size,
    });
    expect(query).toContain('__alias_');
    return { data: { items: [item('Film', false, 0), item('Book', false, 0)] } };
  };
  const rivals = demand(await createRivals(parts, answer));
  const { data } = await ask(rivals, '{ items { ... on Book { on size } ... on Film { on size } } }');
  expect(data).toEqual({
    items: [
      { on: false, size: 0 },
      { on: false, size: 0 },
    ],
  });
});

test('fields come in the order of the language, by where each is wanted first', async () => {
  const rivals = demand(await createMockRivals(priced, calm));
  const document =
    'query ($no: Boolean!) { good { id @include(if: $no) name ... @skip(if: $no) { weight } ...F } } fragment F on Good { id weight }';
  const keys = async (no: boolean) => Object.keys(Object((await ask(rivals, document, { no })).data?.good));
  expect(await keys(false)).toEqual(['name', 'weight', 'id']);
  expect(await keys(true)).toEqual(['id', 'name', 'weight']);
});

test('what is not compiled is left to Apollo, told with its reason, and answered all the same', async () => {
  const rivals = demand(await createMockRivals(priced, calm));
  const asked = await rivals.ask({ document: '{ good { __proto__: name } }', variables: {} });
  expect(asked?.ours).toEqual(asked?.stock);
  await ask(rivals, 'query ($on: Boolean = true) { good { name @include(if: $on) } }', { on: null });
  expect(rivals.executions).toEqual(['response-name', 'condition-without-value']);
});

test('a name that every object inherits is a name as any other, and a part cannot reach the prototype of objects', async () => {
  const rivals = demand(await createMockRivals(priced, calm));
  const { data } = await ask(rivals, '{ good { constructor: name toString: weight } }');
  expect(data).toEqual({ good: { constructor: expect.any(String), toString: expect.any(Number) } });
  const spoilt = demand(
    await createRivals(priced, async () => JSON.parse('{"data":{"good":{"name":"a","__proto__":{"polluted":true}}}}')),
  );
  expect((await ask(spoilt, '{ good { name } }')).data).toEqual({ good: { name: 'a' } });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
