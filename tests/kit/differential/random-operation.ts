import type { Random } from '@ucp/scripts/demo/random';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isUnionType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

export interface RandomOperation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values for every variable of an operation. */
export function randomVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  random: Random,
): RandomOperation['variables'] {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type }) => {
      const wanted = typeFromAST(schema, type);
      return isInputType(wanted) ? [[variable.name.value, inputOf({ random }, wanted, 0)]] : [];
    }),
  );
}

interface Draft {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  /** Fields that may still be selected. */
  budget: number;
  names: number;
}

/** An operation that is valid for the schema, of every kind of selection the language has. */
export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  const draft: Draft = { schema, random, definitions: [], variables: {}, fragments: [], budget: 40, names: 0 };
  const mutation = schema.getMutationType();
  const isMutation = mutation !== null && mutation !== undefined && random.chance(0.1);
  const root = isMutation ? mutation : schema.getQueryType();
  if (root === null || root === undefined) throw new Error('the schema has no query');
  const selections = selectionOf(draft, root, 0);
  const definitions = draft.definitions.length === 0 ? '' : `(${draft.definitions.join(', ')})`;
  const document = `${isMutation ? 'mutation' : 'query'} Random${definitions} ${selections}\n${draft.fragments.join('\n')}`;
  return { document, variables: draft.variables };
}

function selectionOf(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random } = draft;
  const selections: string[] = [];
  const count = 1 + random.below(depth === 0 ? 4 : 5);
  for (let i = 0; i < count && draft.budget > 0; i++) {
    draft.budget--;
    selections.push(selectionsOfOne(draft, type, depth));
  }
  if (selections.length === 0 || random.chance(0.15))
    selections.push(random.chance(0.8) ? '__typename' : 't: __typename');
  // The same field again, perhaps with more inside: they must grow together.
  if (random.chance(0.1)) selections.push(random.pick(selections));
  if (depth === 0 && random.chance(0.02)) selections.push('__schema { queryType { name } }');
  return `{ ${selections.join(' ')} }`;
}

function selectionsOfOne(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random, schema } = draft;
  const inside = isAbstractType(type) && (isUnionType(type) || random.chance(0.4));
  if (inside || random.chance(0.12)) {
    const possible: GraphQLCompositeType[] = isAbstractType(type) ? [...schema.getPossibleTypes(type), type] : [type];
    const condition = random.pick(possible);
    const body = selectionOf(draft, condition, depth + 1);
    if (random.chance(0.4)) {
      const name = `F${draft.names++}`;
      draft.fragments.push(`fragment ${name} on ${condition.name} ${body}`);
      return `...${name}${conditionOf(draft)}`;
    }
    return `...${condition === type && random.chance(0.3) ? '' : ` on ${condition.name}`}${conditionOf(draft)} ${body}`;
  }
  return isUnionType(type) ? '__typename' : fieldOf(draft, Object.values(type.getFields()), depth);
}

function fieldOf(draft: Draft, fields: readonly GraphQLField<unknown, unknown>[], depth: number): string {
  const { random } = draft;
  const inner = (field: GraphQLField<unknown, unknown>) => getNamedType(field.type);
  const leaves = fields.filter((field) => !isCompositeType(inner(field)));
  const deeper = depth < 5 && draft.budget > 0 ? fields.filter((field) => isCompositeType(inner(field))) : [];
  const pool = deeper.length > 0 && (leaves.length === 0 || random.chance(0.5)) ? deeper : leaves;
  if (pool.length === 0) return '__typename';
  const field = random.pick(pool);
  const given = field.args.flatMap((argument) => argumentOf(draft, argument));
  const type = inner(field);
  // Always another name where arguments are given, so that no two selections are at odds.
  const alias = given.length > 0 || random.chance(0.15) ? `a${draft.names++}: ` : '';
  const body = isCompositeType(type) ? ` ${selectionOf(draft, type, depth + 1)}` : '';
  return `${alias}${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${conditionOf(draft)}${body}`;
}

function conditionOf(draft: Draft): string {
  const { random } = draft;
  if (!random.chance(0.12)) return '';
  const directive = random.pick(['@skip', '@include']);
  if (random.chance(0.2)) return ` ${directive}(if: ${random.pick(['true', 'false'])})`;
  const name = `c${draft.names++}`;
  const value = random.chance(0.5);
  if (random.chance(0.3)) draft.definitions.push(`$${name}: Boolean = ${value}`);
  else {
    draft.definitions.push(`$${name}: Boolean!`);
    draft.variables[name] = value;
  }
  return ` ${directive}(if: $${name})${random.chance(0.1) ? ` @include(if: $${name})` : ''}`;
}

function argumentOf(draft: Draft, { name, type, defaultValue }: GraphQLArgument): string[] {
  const { random } = draft;
  if ((!isNonNullType(type) || defaultValue !== undefined) && !random.chance(0.25)) return [];
  if (random.chance(0.4)) {
    const variable = `v${draft.names++}`;
    draft.definitions.push(`$${variable}: ${type}`);
    // Now and then one that was not sent or does not fit.
    if (isNonNullType(type) ? random.chance(0.98) : random.chance(0.8))
      draft.variables[variable] = inputOf(draft, type, 0);
    return [`${name}: $${variable}`];
  }
  return [`${name}: ${literal(inputOf(draft, type, 0), type)}`];
}

/** As JSON. Optional things end where it gets deep. */
function inputOf(draft: Pick<Draft, 'random'>, type: GraphQLInputType, depth: number): unknown {
  const { random } = draft;
  if (isNonNullType(type)) return inputOf(draft, type.ofType, depth);
  if (isListType(type))
    return Array.from({ length: depth > 2 ? 1 : 1 + random.below(2) }, () => inputOf(draft, type.ofType, depth));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const [first] = fields.filter((field) => !isInputObjectType(getNamedType(field.type)));
      const chosen = depth > 1 && first !== undefined ? first : random.pick(fields);
      return { [chosen.name]: inputOf(draft, chosen.type, depth + 1) };
    }
    const chosen = fields.filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || (depth < 2 && random.chance(0.2)),
    );
    return Object.fromEntries(chosen.map((field) => [field.name, inputOf(draft, field.type, depth + 1)]));
  }
  switch (type.name) {
    case 'Int':
      return 1 + random.below(3);
    case 'Float':
      return random.below(100) / 8;
    case 'Boolean':
      return random.chance(0.5);
    default:
      return `text ${random.below(5)}`;
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return Array.isArray(value) ? `[${value.map((item) => literal(item, type.ofType)).join(', ')}]` : '[]';
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = type.getFields();
  const given = Object.entries(Object(value)).map(([name, inner]) => {
    const field = fields[name];
    return field === undefined ? '' : `${name}: ${literal(inner, field.type)}`;
  });
  return `{ ${given.join(', ')} }`;
}
