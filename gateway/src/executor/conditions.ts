import {
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Values } from './coerce-variables.ts';
import { NotCompiled } from './not-compiled.ts';

/** A selection is wanted while each of these variables has its value. None: always. */
export type Conditions = readonly { readonly variable: string; readonly wanted: boolean }[];
/** Null: always. */
export type Wanted = ((values: Values) => boolean) | null;

/** What `@skip` and `@include` of a selection ask; null when it is never wanted. */
export function conditionsOf(node: FieldNode | FragmentSpreadNode | InlineFragmentNode): Conditions | null {
  const conditions: { variable: string; wanted: boolean }[] = [];
  for (const { name, arguments: given = [] } of node.directives ?? []) {
    if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) continue;
    const wanted = name.value === GraphQLIncludeDirective.name;
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, wanted });
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
  }
  return conditions;
}

/** When a selection is wanted and none of others is. Null: always. */
export function onlyBy(own: Conditions, others: readonly Conditions[]): Wanted {
  if (own.length === 0 && others.length === 0) return null;
  return (values) => areMet(own, values) && !others.some((conditions) => areMet(conditions, values));
}

const areMet = (conditions: Conditions, values: Values): boolean =>
  conditions.every(({ variable, wanted }) => values[variable] === wanted);

/** @throws NotCompiled when a variable of a condition has no value of truth: only null in place of a default can do that */
export function demandConditions(variables: ReadonlySet<string>, values: Values): void {
  for (const variable of variables)
    if (typeof values[variable] !== 'boolean') throw new NotCompiled('condition-without-value');
}

/** The variables of an operation that conditions are decided by. */
export function conditionVariables(document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) used.add(value.name.value);
    },
  });
  const own = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return new Set(own.filter((name) => used.has(name)));
}
