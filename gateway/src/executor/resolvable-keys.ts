import { type ConstDirectiveNode, Kind, parse, print, visit } from 'graphql';

/**
 * The supergraph without keys that a part cannot resolve, where it has others that it can. For a requirement the planner takes
 * a part's first key, resolvable or not, and would ask the part for objects by what it does not know them by.
 */
export function withResolvableKeys(supergraphSdl: string): string {
  // Few supergraphs have such keys, and printing the whole text anew is not free.
  if (!/resolvable:\s*false/.test(supergraphSdl)) return supergraphSdl;
  const withoutOthers = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node): Node => {
    const { directives = [] } = node;
    const resolving = new Set(
      directives.filter((each) => keyOf(each)?.resolvable === true).map((each) => keyOf(each)?.graph),
    );
    return {
      ...node,
      directives: directives.filter((each) => {
        const key = keyOf(each);
        return key === null || key.resolvable || !resolving.has(key.graph);
      }),
    };
  };
  return print(
    visit(parse(supergraphSdl), { ObjectTypeDefinition: withoutOthers, InterfaceTypeDefinition: withoutOthers }),
  );
}

/** What a part's key of a type says; null: the directive states no key. */
function keyOf({ name, arguments: given = [] }: ConstDirectiveNode): { graph: string; resolvable: boolean } | null {
  if (name.value !== 'join__type' || !given.some((argument) => argument.name.value === 'key')) return null;
  const argumentOf = (wanted: string) => given.find((argument) => argument.name.value === wanted)?.value;
  const graph = argumentOf('graph');
  const resolvable = argumentOf('resolvable');
  return {
    graph: graph?.kind === Kind.ENUM ? graph.value : '',
    resolvable: resolvable?.kind !== Kind.BOOLEAN || resolvable.value,
  };
}
