import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { inputPathOf } from './input-path.ts';

const schema = buildSchema(`
  type Query { found(filter: Filter, first: Int): Int }
  input Filter { all: [Filter!] kinds: [Kind!] times: Int }
  enum Kind { OPEN CLICK }
`);
const refusalOf = (document: string): GraphQLError | undefined => validate(schema, parse(document))[0];
const refusalBy = async (document: string, value: unknown): Promise<GraphQLError | undefined> =>
  (await execute({ schema, document: parse(document), variableValues: { mine: value } })).errors?.[0];
const placeOf = (error: GraphQLError | undefined): string | null => {
  if (error === undefined) throw new Error('nothing was refused');
  return inputPathOf(error)?.join('.') ?? null;
};

test.each([
  ['{ found(filter: { kinds: [OPEN, WINK] }) }', 'filter.kinds.1'],
  ['{ found(filter: { all: [{ times: 1 }, { all: [{ times: "x" }] }] }) }', 'filter.all.1.all.0.times'],
  ['{ found(first: "x") }', 'first'],
  ['{ other }', null],
  ['query ($mine: Filter) { __typename }', null],
])('a value that is refused in %s has its place', (document, place) => {
  expect(placeOf(refusalOf(document))).toBe(place);
});

test.each([
  ['query ($mine: Filter = { kinds: [OPEN, WINK] }) { found(filter: { all: [$mine] }) }', 'filter.all.0.kinds.1'],
  ['query ($mine: Filter = { kinds: [WINK] }) { __typename }', 'mine.kinds.0'],
])('so has one that a variable has by default in %s', (document, place) => {
  expect(placeOf(refusalOf(document))).toBe(place);
});

const unreadable = (document: string): GraphQLError | undefined => {
  try {
    parse(document);
    return undefined;
  } catch (error) {
    return error instanceof GraphQLError ? error : undefined;
  }
};

test.each([
  ['{ found(filter: { all: [{ name: "\\"(" }, { name: "a\\ud800" }] }) }', 'filter.all.1.name'],
  ['{ found(filter: { name: "a\\\\ \\u{DC00}" }) }', 'filter.name'],
  ['{ found(filter: { name: "a\ud800", first: 1 }) }', 'filter.name'],
  ['{ found(filter: { name: """a \\""" \ud800""" }) }', 'filter.name'],
  ['{ found(filter: { name: "\\ud800" }', null],
  ['{ found(filter: \ud800) }', null],
])('so has a text that cannot be read in %j', (document, place) => {
  expect(placeOf(unreadable(document))).toBe(place);
});

test('of a document that is larger than was allowed nothing more is read', () => {
  const error = unreadable(`{ found(filter: { name: "\\ud800" }) ${'more '.repeat(100)} }`);
  expect(error && inputPathOf(error)).toEqual(['filter', 'name']);
  expect(error && inputPathOf(error, { maxTokens: 50 })).toBeNull();
});

test.each([
  [{ all: [{ kinds: ['OPEN'] }, { times: 'x at "y.z"; ' }] }, 'filter.all.1.times'],
  [{ kinds: ['WINK'] }, 'filter.kinds.0'],
  ['x', 'filter'],
  [{ unknown: 1 }, 'filter'],
])('so has one that comes in a variable: %j', async (filter, place) => {
  expect(placeOf(await refusalBy('query ($mine: Filter) { found(filter: $mine) }', filter))).toBe(place);
});

test.each([
  ['query ($mine: [Filter!]) { found(filter: { all: [{ times: 1 }, { all: $mine }] }) }', 'filter.all.1.all.0.times'],
  ['query ($mine: [Filter!]) { __typename }', 'mine.0.times'],
])('a variable of %s is told by where it goes', async (document, place) => {
  expect(placeOf(await refusalBy(document, [{ times: 'x' }]))).toBe(place);
});
