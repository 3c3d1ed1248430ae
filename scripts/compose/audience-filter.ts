import {
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type InputObjectTypeDefinitionNode,
  Kind,
  visit,
} from 'graphql';
import type { Part } from './parts.ts';

const filterName = 'AudienceFilter';

/**
 * Completes `AudienceFilter` by every input that a part marks with `@predicate`, in each part that names it. Inputs are merged
 * by intersection, so a part with a stale copy would make leaves vanish: they all get the same one.
 * @throws Error when two inputs claim one name
 */
export function completeAudienceFilter(parts: readonly Part[]): Part[] {
  const skeleton = parts.flatMap(({ own }) => own.filter(isInput)).find(({ name }) => name.value === filterName);
  if (skeleton === undefined) return parts.map(withoutPredicates);
  const leaves = parts.flatMap(({ own }) => own.filter(isInput).flatMap((input) => leafOf(input) ?? []));
  const names = [...(skeleton.fields ?? []), ...leaves].map(({ name }) => name.value);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`two inputs claim the leaf "${twice}" of ${filterName}`);
  const filter: InputObjectTypeDefinitionNode = { ...skeleton, fields: [...(skeleton.fields ?? []), ...leaves] };
  const known = new Map<string, DefinitionNode>(
    parts.flatMap(({ own }) => own.filter(isInputLike)).map((node) => [nameOf(node), node]),
  );
  return parts.map((part) =>
    withoutPredicates(namesIn(part.own).has(filterName) ? completed(part, filter, known) : part),
  );
}

/** The part with the whole filter, and the inputs and enums its leaves are made of. */
function completed(
  part: Part,
  filter: InputObjectTypeDefinitionNode,
  known: ReadonlyMap<string, DefinitionNode>,
): Part {
  const definitions: DefinitionNode[] = [...part.definitions.filter((node) => nameOf(node) !== filterName), filter];
  const there = new Set(definitions.map(nameOf));
  const wanted = [...namesIn([filter])];
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const node = known.get(name);
    if (node === undefined || there.has(name)) continue;
    there.add(name);
    definitions.push(node);
    wanted.push(...namesIn([node]));
  }
  return { ...part, definitions };
}

function leafOf(input: InputObjectTypeDefinitionNode) {
  const directive = input.directives?.find(({ name }) => name.value === 'predicate');
  const value = directive?.arguments?.find(({ name }) => name.value === 'name')?.value;
  if (value?.kind !== Kind.STRING) return null;
  return {
    kind: Kind.INPUT_VALUE_DEFINITION,
    ...(input.description === undefined ? {} : { description: input.description }),
    name: { kind: Kind.NAME, value: value.value },
    type: { kind: Kind.NAMED_TYPE, name: input.name },
  } as const;
}

/** Without the directive that is read here only. */
const withoutPredicates = (part: Part): Part => ({
  ...part,
  definitions: part.definitions
    .filter((node) => node.kind !== Kind.DIRECTIVE_DEFINITION || node.name.value !== 'predicate')
    .map((node) =>
      'directives' in node && node.directives !== undefined
        ? Object.assign({}, node, { directives: unmarked(node.directives) })
        : node,
    ),
});

const unmarked = (directives: readonly ASTNode[]): ConstDirectiveNode[] =>
  directives.flatMap((directive) =>
    directive.kind === Kind.DIRECTIVE && directive.name.value !== 'predicate' ? [directive as ConstDirectiveNode] : [],
  );

const isInput = (node: DefinitionNode): node is InputObjectTypeDefinitionNode =>
  node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
const isInputLike = (node: DefinitionNode): boolean =>
  [Kind.INPUT_OBJECT_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION, Kind.SCALAR_TYPE_DEFINITION].some(
    (kind) => kind === node.kind,
  );
const nameOf = (node: DefinitionNode): string => ('name' in node ? (node.name?.value ?? '') : '');

function namesIn(nodes: readonly DefinitionNode[]): Set<string> {
  const names = new Set<string>();
  visit({ kind: Kind.DOCUMENT, definitions: [...nodes] }, { NamedType: (node) => void names.add(node.name.value) });
  return names;
}
