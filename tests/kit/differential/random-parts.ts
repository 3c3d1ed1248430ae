import type { Random } from '@ucp/scripts/demo/random';
import type { Parts } from './compare.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  /** Parts that answer it. */
  readonly owners: readonly number[];
  /** Fields of other parts that the owner asks for first. */
  readonly requires: readonly string[];
}

interface Entity {
  readonly name: string;
  readonly parts: readonly number[];
  /** Parts that know it by `code`; every part but these knows it by `id`, the first by both. */
  readonly byCode: ReadonlySet<number>;
  readonly labelled: boolean;
  readonly fields: readonly Field[];
}

const leaves = [
  'Int',
  'Float',
  'String',
  'Boolean',
  'ID',
  'Colour',
  'Blob',
  'String!',
  'Int!',
  'Colour!',
  '[String!]',
  '[Int]!',
  '[[Int]]',
];

/** Parts with entities strewn over them: several keys, interfaces, a union, shared values, lists and requirements. */
export function randomParts(random: Random): Parts {
  const count = 2 + random.below(3);
  const all = Array.from({ length: count }, (_, i) => i);
  const names = Array.from({ length: 2 + random.below(3) }, (_, i) => `T${i}`);
  const entities = names.map((name) => randomEntity(random, name, names, all));
  return Object.fromEntries(all.map((part) => [`s${part}`, sdlOf(random, part, entities)]));
}

function randomEntity(random: Random, name: string, names: readonly string[], all: readonly number[]): Entity {
  const chosen = all.filter(() => random.chance(0.7));
  const parts = chosen.length === 0 ? [random.pick(all)] : chosen;
  const [first] = parts;
  const byCode = new Set(parts.filter((part) => part !== first && random.chance(0.25)));
  const fields: Field[] = [];
  for (let i = 0; i < 2 + random.below(5); i++) {
    const owner = random.pick(parts);
    const owners = random.chance(0.15) ? [...new Set([owner, random.pick(parts)])] : [owner];
    const foreign = fields.filter(
      (field) => !field.owners.includes(owner) && /^(Int|String)!?$/.test(field.type) && field.requires.length === 0,
    );
    const requires = owners.length === 1 && foreign.length > 0 && random.chance(0.4) ? [random.pick(foreign).name] : [];
    fields.push({ name: `f${i}`, type: fieldType(random, names), owners, requires });
  }
  return { name, parts, byCode, labelled: random.chance(0.6), fields };
}

function fieldType(random: Random, names: readonly string[]): string {
  if (random.chance(0.5)) return random.pick(leaves);
  const name = random.pick([...names, ...names, 'Labelled', 'Any', 'Place']);
  return random.pick([name, `${name}!`, `[${name}]`, `[${name}!]!`, `[${name}!]`]);
}

/** What a part states. Types that it does not know are left out of its fields. */
function sdlOf(random: Random, part: number, entities: readonly Entity[]): string {
  const own = entities.filter(({ parts }) => parts.includes(part));
  const labelled = own.filter((entity) => entity.labelled);
  const known = new Set([...own.map(({ name }) => name), ...(labelled.length > 0 ? ['Labelled'] : []), 'Any', 'Place']);
  const isKnown = (type: string): boolean => {
    const inner = type.replace(/[[\]!]/g, '');
    return !/^(T\d|Labelled|Any|Place)$/.test(inner) || (own.length > 0 && known.has(inner));
  };
  const types = own.map((entity) => entitySdl(part, entity, isKnown));
  const roots = own.flatMap(({ name }) => [
    `p${part}${name}(id: ID!): ${name}`,
    `p${part}${name}s(n: Int = 2): [${name}${random.pick(['', '!'])}]${random.pick(['', '!'])}`,
  ]);
  if (own.length > 0) roots.push(`p${part}Any: [Any]`);
  if (labelled.length > 0) roots.push(`p${part}Labelled: Labelled`, `p${part}AllLabelled: [Labelled!]`);
  return `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external", "@shareable"])
scalar Blob
enum Colour { RED GREEN BLUE }
type Place @shareable { city: String country: Land! }
type Land @shareable { name: String! area: Int }
${own.length > 0 ? `union Any = ${own.map(({ name }) => name).join(' | ')}` : ''}
${labelled.length > 0 ? 'interface Labelled { id: ID! }' : ''}
type Query { p${part}Hello: String ${roots.join(' ')} }
type Mutation { p${part}Do(n: Int!): ${own[0]?.name ?? 'String'} }
${types.join('\n')}
`;
}

function entitySdl(part: number, entity: Entity, isKnown: (type: string) => boolean): string {
  const { name, byCode, labelled, fields, parts } = entity;
  const isFirst = parts[0] === part;
  const keys = [...(byCode.has(part) ? ['code'] : ['id']), ...(isFirst && byCode.size > 0 ? ['code'] : [])];
  const shown = fields.filter(({ owners, type }) => owners.includes(part) && isKnown(type));
  const required = new Set(shown.flatMap(({ requires }) => requires));
  const lines = [
    // An interface demands it wherever it is known.
    ...(byCode.has(part) ? ['id: ID! @shareable', 'code: ID!'] : ['id: ID!']),
    ...(isFirst && byCode.size > 0 ? ['code: ID!'] : []),
    ...shown.map((field) => {
      const shared = field.owners.length > 1 ? ' @shareable' : '';
      const requires = field.requires.length > 0 ? ` @requires(fields: "${field.requires.join(' ')}")` : '';
      return `${field.name}: ${field.type}${shared}${requires}`;
    }),
    ...fields.filter((field) => required.has(field.name)).map((field) => `${field.name}: ${field.type} @external`),
  ];
  return `type ${name}${labelled ? ' implements Labelled' : ''} ${keys.map((key) => `@key(fields: "${key}")`).join(' ')} { ${lines.join(' ')} }`;
}
