import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Caller } from './caller.ts';
import { CodedError } from './errors.ts';

interface Authorised {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** Scopes named by `@auth` on a field, an argument or an input field. */
export function scopesOf({ astNode }: Authorised): readonly string[] {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'auth');
  const scopes = directive?.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  if (scopes?.kind !== 'ListValue') return [];
  return scopes.values.flatMap((value) => (value.kind === 'StringValue' ? [value.value] : []));
}

export const holds = (caller: Caller, scopes: readonly string[]): boolean =>
  scopes.every((scope) => caller.scopes.includes(scope));

/** The same words for everybody, whether the thing exists or not. */
export const forbidden = (coordinate: string, scopes: readonly string[]): CodedError =>
  new CodedError('FORBIDDEN', `${coordinate} needs the scope ${scopes.map((scope) => `"${scope}"`).join(' and ')}`);

/**
 * Holds `@auth` in the subgraph, whatever the gateway did before: a field whose scopes the caller lacks does not run,
 * and an argument or input field that carries `@auth` may not be given without its scopes.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) guardField(`${type.name}.${field.name}`, field);
  }
  return schema;
}

function guardField(coordinate: string, field: GraphQLField<unknown, { readonly caller: Caller }>): void {
  const scopes = scopesOf(field);
  const guarded = field.args.filter((argument) => scopesOf(argument).length > 0 || reachesGuarded(argument.type));
  if (scopes.length === 0 && guarded.length === 0) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, values, context, info) => {
    if (!holds(context.caller, scopes)) throw forbidden(coordinate, scopes);
    for (const argument of guarded) checkInput(coordinate, argument, Object(values)[argument.name], context.caller);
    return resolve(source, values, context, info);
  };
}

/** @throws CodedError FORBIDDEN where a value was given for an input whose scopes the caller lacks */
export function checkInput(
  coordinate: string,
  input: GraphQLArgument | GraphQLInputField,
  value: unknown,
  caller: Caller,
): void {
  if (value === undefined) return;
  const scopes = scopesOf(input);
  const here = `${coordinate}(${input.name}:)`;
  if (!holds(caller, scopes)) throw forbidden(here, scopes);
  checkValue(here, input.type, value, caller);
}

function checkValue(coordinate: string, type: GraphQLInputType, value: unknown, caller: Caller): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) {
    checkValue(coordinate, type.ofType, value, caller);
  } else if (isListType(type)) {
    for (const item of Array.isArray(value) ? value : [value]) checkValue(coordinate, type.ofType, item, caller);
  } else if (isInputObjectType(type) && reachesGuarded(type)) {
    for (const field of Object.values(type.getFields()))
      checkInput(coordinate, field, Object(value)[field.name], caller);
  }
}

const reaching = new WeakMap<object, boolean>();

/** Whether an input type has `@auth` anywhere inside. */
export function reachesGuarded(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  const known = reaching.get(named);
  if (known !== undefined) return known;
  reaching.set(named, false);
  const found = Object.values(named.getFields()).some(
    (field) => scopesOf(field).length > 0 || reachesGuarded(field.type),
  );
  reaching.set(named, found);
  return found;
}
