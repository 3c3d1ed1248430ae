import type { ConstDirectiveNode } from 'graphql';
import {
  buildASTSchema,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';

/** The graph all parts make together. */
export type Graph = GraphQLSchema;

/** The graphs of this process by their SDL, as many as one installation has: each takes 40 ms of the processor, and holds nobody's state. */
const graphs = new Map<string, Graph>();
const graphsKept = 4;

/** A graph that was composed here, and so is valid. The same one where it is asked for again. */
export function readGraph(sdl: string): Graph {
  const known = graphs.get(sdl);
  if (known !== undefined) return known;
  const graph = buildASTSchema(parse(sdl), { assumeValid: true });
  if (graphs.size >= graphsKept) graphs.clear();
  graphs.set(sdl, graph);
  return graph;
}

/** What parts ask each other for, found in the supergraph: no part is named in code. */
export interface PartsOfGraph {
  /** Parts that tell what happened to a contact. */
  readonly withActivity: readonly string[];
  /** Parts that tell when contacts engaged last. */
  readonly withEngagement: readonly string[];
  /** Parts that answer conditions of filters: a filter's answer changes by their facts. */
  readonly withLeaves: readonly string[];
  /** Parts that are channels: their field of `Contact` is a `ChannelProfile`. */
  readonly channels: readonly string[];
}

export function partsOfGraph(supergraph: GraphQLSchema): PartsOfGraph {
  const queries = Object.keys(supergraph.getQueryType()?.getFields() ?? {});
  const contact = supergraph.getType('Contact');
  const channelProfile = supergraph.getType('ChannelProfile');
  const fields = isObjectType(contact) ? Object.values(contact.getFields()) : [];
  const channels = fields.flatMap(({ name, type }) => {
    const shown = getNamedType(type);
    return isObjectType(shown) && isInterfaceType(channelProfile) && supergraph.isSubType(channelProfile, shown)
      ? [name]
      : [];
  });
  const answering = (suffix: string): string[] =>
    queries.flatMap((name) => (name.endsWith(suffix) ? name.slice(0, -suffix.length) : []));
  const filter = supergraph.getType('AudienceFilter');
  const leaves = isInputObjectType(filter) ? Object.keys(filter.getFields()) : [];
  const owners = leaves.flatMap((leaf) => partOfField(supergraph, leafField(leaf)) ?? []);
  return {
    withActivity: answering('Activity'),
    withEngagement: answering('LastEngaged'),
    withLeaves: [...new Set(owners)],
    channels,
  };
}

/** The field by which its owner answers a leaf of a filter. */
export const leafField = (leaf: string): string => `${leaf}Audience`;

/** Name of the part that answers a field of a type, by default of `Query`; null when there is no such field. */
export function partOfField(supergraph: GraphQLSchema, field: string, type = 'Query'): string | null {
  const owner = supergraph.getType(type);
  const node = isObjectType(owner) ? owner.getFields()[field]?.astNode : undefined;
  const graph = argumentOf(node?.directives, 'join__field', 'graph');
  const graphs = supergraph.getType('join__Graph');
  const value = isEnumType(graphs) && graph !== null ? graphs.getValue(graph) : null;
  return argumentOf(value?.astNode?.directives, 'join__graph', 'name');
}

/** The type of an argument of a mutation, as a document writes it; null when there is none of that name. */
export function argumentOfMutation(supergraph: Graph, mutation: string, argument: string): string | null {
  const found = supergraph
    .getMutationType()
    ?.getFields()
    [mutation]?.args.find(({ name }) => name === argument);
  return found === undefined ? null : String(found.type);
}

function argumentOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  directive: string,
  argument: string,
): string | null {
  const node = directives
    ?.find(({ name }) => name.value === directive)
    ?.arguments?.find(({ name }) => name.value === argument)?.value;
  return node?.kind === 'StringValue' || node?.kind === 'EnumValue' ? node.value : null;
}
