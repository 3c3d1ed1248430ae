import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Puts a selection where its type is: into an operation that is valid in the schema. */
export type Around = (selection: string) => string;

/** A way to each object and interface of a schema, by the fewest fields, required arguments given. */
export function waysTo(schema: GraphQLSchema): ReadonlyMap<string, Around> {
  const ways = new Map<string, Around>();
  const waiting: [GraphQLNamedType, Around][] = [];
  const reach = (type: GraphQLNamedType, around: Around) => {
    if (ways.has(type.name) || (!isObjectType(type) && !isInterfaceType(type))) return;
    ways.set(type.name, around);
    waiting.push([type, around]);
    for (const other of type.getInterfaces()) reach(other, (inner) => around(`... on ${other.name} { ${inner} }`));
  };
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) reach(query, (inner) => `query { ${inner} }`);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) follow(...next);
  if (mutation) reach(mutation, (inner) => `mutation { ${inner} }`);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) follow(...next);
  return ways;

  function follow(type: GraphQLNamedType, around: Around): void {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    for (const field of Object.values(type.getFields()))
      reach(getNamedType(field.type), (inner) => around(`${field.name}${required(field)} { ${inner} }`));
  }
}

/** The selection of a field, with what it requires and, where it needs any, a selection of its own. */
export function selectionOf(field: Field, given = required(field)): string {
  const type = getNamedType(field.type);
  return `${field.name}${given}${isObjectType(type) || isInterfaceType(type) ? ' { __typename }' : ''}`;
}

/** Arguments of a field: those it requires, and one more where it is given as text. */
export function required(field: Field, more?: string): string {
  const name = more?.split(':')[0];
  const given = field.args
    .filter((argument) => isRequiredArgument(argument) && argument.name !== name)
    .map((argument) => `${argument.name}: ${literalOf(argument.type)}`);
  const all = more === undefined ? given : [...given, more];
  return all.length === 0 ? '' : `(${all.join(', ')})`;
}

/** A value that fits a type, as short as can be. */
export function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{ ${given.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }
  const literals: Readonly<Record<string, string>> = {
    Boolean: 'true',
    Int: '1',
    Float: '1',
    DateTime: '"2026-01-01T00:00:00Z"',
    Duration: '"P1D"',
    JSON: '{}',
  };
  return literals[type.name] ?? '"x"';
}

/** A way to each input object of a schema: its fields put into an operation. */
export function waysIntoInputs(schema: GraphQLSchema): ReadonlyMap<string, Around> {
  const ways = new Map<string, Around>();
  const reach = ({ name, type }: GraphQLArgument | GraphQLInputField, around: Around) => {
    const input = getNamedType(type);
    if (!isInputObjectType(input) || ways.has(input.name)) return;
    const open = isListType(isNonNullType(type) ? type.ofType : type) ? ['[', ']'] : ['', ''];
    const into: Around = (fields) => around(`${name}: ${open[0]}{ ${fields} }${open[1]}`);
    ways.set(input.name, into);
    for (const field of Object.values(input.getFields()))
      reach(field, (inner) =>
        into(
          [
            ...Object.values(input.getFields())
              .filter((other) => isRequiredInputField(other) && other !== field)
              .map((other) => `${other.name}: ${literalOf(other.type)}`),
            inner,
          ].join(', '),
        ),
      );
  };
  for (const [name, around] of waysTo(schema)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args) reach(argument, (value) => around(selectionOf(field, required(field, value))));
  }
  return ways;
}
