import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';
import type { GraphOperation } from './plan.ts';

/** An operation in which nothing the client asks for is named like something a part requires, if it is not the same. */
export interface KeptApart {
  readonly request: GraphOperation;
  /** The name under which the client asked for what the operation asks for under this name. */
  readonly clientName: (name: string) => string;
}

export interface RequiredNames {
  readonly keptApart: (request: GraphOperation) => KeptApart;
}

const same = (name: string): string => name;

/**
 * The planner asks for what a part requires under the name of the field. A client that asks for the same field with other
 * arguments, or for another field under that name, would have the part told the client's value. So such a name of the client
 * is replaced for the plan, and put back in the answer.
 */
export function createRequiredNames(supergraph: GraphQLSchema): RequiredNames {
  const { withArguments, all } = namesRequired(supergraph);
  return {
    keptApart: (request) => {
      const { document } = request;
      const inConflict = (node: FieldNode): boolean => {
        const name = responseNameOf(node);
        return (
          withArguments.has(name) || (node.alias !== undefined && node.alias.value !== node.name.value && all.has(name))
        );
      };
      const taken = namesOf(document);
      const replaced = new Map<string, string>();
      const replacementOf = (name: string): string => {
        const known = [...replaced].find(([, client]) => client === name)?.[0];
        if (known !== undefined) return known;
        let free = `${name}_asked`;
        while (taken.has(free)) free += '_';
        replaced.set(free, name);
        return free;
      };
      const apart: DocumentNode = visit(document, {
        Field: (node) => {
          // What the schema tells of itself no part requires.
          if (node.name.value.startsWith('__')) return false;
          if (!inConflict(node)) return undefined;
          const value = replacementOf(responseNameOf(node));
          return { ...node, alias: { kind: Kind.NAME, value } };
        },
      });
      if (replaced.size === 0) return { request, clientName: same };
      const queryHash = `${request.queryHash}:apart`;
      const operation = operationOf(apart, request.operation);
      return {
        request: { ...request, document: apart, operation, queryHash },
        clientName: (name) => replaced.get(name) ?? name,
      };
    },
  };
}

const responseNameOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

/** Every name that a document uses for anything in its answer. */
function namesOf(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Field: (node) => void names.add(responseNameOf(node)) });
  return names;
}

function operationOf(document: DocumentNode, wanted: OperationDefinitionNode): OperationDefinitionNode {
  const found = document.definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === wanted.name?.value,
  );
  if (found?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the operation is not in its document');
  return found;
}

/** Names of the fields that parts require of each other: all of them, and those that are required with arguments. */
function namesRequired(supergraph: GraphQLSchema): {
  readonly all: ReadonlySet<string>;
  readonly withArguments: ReadonlySet<string>;
} {
  const all = new Set<string>();
  const withArguments = new Set<string>();
  const read = (selections: string): void => {
    visit(parse(`{${selections}}`), {
      Field: ({ name, arguments: given = [] }) => {
        all.add(name.value);
        if (given.length > 0) withArguments.add(name.value);
      },
    });
  };
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const fields = Object.values(type.getFields());
    for (const { astNode } of fields) for (const selections of requiredBy(astNode?.directives)) read(selections);
  }
  return { all, withArguments };
}

const requiredBy = (directives: readonly ConstDirectiveNode[] = []): string[] =>
  directives.flatMap(({ name, arguments: given = [] }) => {
    if (name.value !== 'join__field') return [];
    const value = given.find((argument) => argument.name.value === 'requires')?.value;
    return value?.kind === Kind.STRING ? [value.value] : [];
  });
