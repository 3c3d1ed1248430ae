import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { partnerContract } from './partner-contract.ts';

const head = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])';
const contractOf = (sdl: string): string => {
  const { definitions } = parse(`${head} ${sdl}`);
  return partnerContract(
    [{ name: 'one', url: 'http://one', typeDefs: parse(`${head} ${sdl}`) }],
    [{ name: 'one', own: definitions, definitions }],
  );
};

test('what is not tagged is not in the contract, and what nothing tagged leads to neither', () => {
  const sdl = contractOf(`
    type Query { person(id: ID! @tag(name: "partner"), all: Boolean): Person @tag(name: "partner") secret: Secret }
    type Person { id: ID! @tag(name: "partner") secret: Secret }
    type Secret { id: ID! }
  `);
  expect(sdl).toContain('person(id: ID!): Person');
  expect(sdl).not.toMatch(/secret|all:/i);
});

test('a tag that nothing in the contract leads to is a finding, and so is an argument that is required and not tagged', () => {
  const lost = 'type Query { a: Int @tag(name: "partner") b: B } type B { id: ID! @tag(name: "partner") c: Int }';
  expect(() => contractOf(lost)).toThrow('B.id is tagged "partner", and nothing in the contract leads to it');
  expect(() => contractOf('type Query { a(id: ID!): Int @tag(name: "partner") }')).toThrow('the contract of partners');
});
