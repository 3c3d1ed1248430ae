import { type DefinitionNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';

const filterName = 'AudienceFilter';

/**
 * A part's own SDL with `AudienceFilter` as the supergraph has it: with the leaves of every part, and the inputs they are made
 * of. A part that is added brings its leaf along, and nothing here changes.
 */
export function completedSdl(ownSdl: string, supergraphSdl: string): string {
  const composed = new Map(
    parse(supergraphSdl).definitions.flatMap((node) => (isInputLike(node) ? [[node.name.value, node] as const] : [])),
  );
  const own = parse(ownSdl).definitions.filter((node) => !('name' in node) || node.name?.value !== filterName);
  const definitions: DefinitionNode[] = [...own];
  const there = new Set(own.flatMap((node) => ('name' in node && node.name !== undefined ? [node.name.value] : [])));
  const wanted = [filterName];
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const node = composed.get(name);
    if (node === undefined || there.has(name) || known.has(name)) continue;
    there.add(name);
    const plain = withoutJoins(node);
    definitions.push(plain);
    visit(plain, { NamedType: (type) => void wanted.push(type.name.value) });
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  return print(document);
}

/** Scalars that the common SDL states already. */
const known = new Set([
  'DateTime',
  'Duration',
  'JSON',
  'ChannelName',
  'ContactBits',
  'String',
  'Int',
  'Float',
  'Boolean',
  'ID',
]);

const isInputLike = (node: DefinitionNode) =>
  node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
  node.kind === Kind.ENUM_TYPE_DEFINITION ||
  node.kind === Kind.SCALAR_TYPE_DEFINITION;

/** Without what only the supergraph says: which part has what. */
const withoutJoins = <Node extends DefinitionNode>(node: Node): Node =>
  visit(node, { Directive: ({ name }) => (name.value === 'oneOf' || name.value === 'auth' ? undefined : null) });
