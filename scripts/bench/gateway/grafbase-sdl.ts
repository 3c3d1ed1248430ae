import {
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

const kept = new Set(['key', 'shareable', 'requires', 'external', 'provides', 'link', 'specifiedBy']);

/**
 * The SDL of a part as Grafbase composes it: without what it reads otherwise than the specification says (a type that is
 * `@inaccessible` may be used by other such types only), extensions within their types, keys marked as shared.
 */
export function grafbaseSdl(sdl: string): string {
  const document = visit(parse(sdl), {
    Directive: ({ name }) => (kept.has(name.value) ? undefined : null),
    DirectiveDefinition: () => null,
  });
  const definitions: DefinitionNode[] = [];
  for (const node of document.definitions) {
    const place =
      node.kind === Kind.OBJECT_TYPE_EXTENSION
        ? definitions.findIndex((other) => isObject(other) && other.name.value === node.name.value)
        : -1;
    const extended = definitions[place];
    if (node.kind === Kind.OBJECT_TYPE_EXTENSION && extended !== undefined && isObject(extended))
      definitions[place] = { ...extended, fields: [...(extended.fields ?? []), ...(node.fields ?? [])] };
    else definitions.push(node);
  }
  const shared = definitions.map((node) =>
    isObject(node) && node.directives?.some(({ name }) => name.value === 'key')
      ? { ...node, fields: node.fields?.map(asShared) ?? [] }
      : node,
  );
  return print({ kind: Kind.DOCUMENT, definitions: shared }).replace(
    /import: \[[^\]]*\]/,
    'import: ["@key", "@shareable"]',
  );
}

const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION;

const asShared = (field: FieldDefinitionNode): FieldDefinitionNode =>
  field.name.value === 'id'
    ? { ...field, directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'shareable' } }] }
    : field;
