import { holds, scopesOf } from '@ucp/kit/auth';
import type { Caller } from '@ucp/kit/caller';
import { badInput, CodedError } from '@ucp/kit/errors';
import { partOfField, partsOfGraph } from '@ucp/kit/parts-of-graph';
import { type GraphQLSchema, getNamedType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';

/** What is known of a contact, as its fields are selected. */
export type ContactData = Readonly<Record<string, unknown>>;

/** One column of an export: fields of `Contact`, the part that answers them, and the scopes they need. */
export interface Column {
  readonly name: string;
  readonly part: string;
  readonly selection: string;
  readonly scopes: readonly string[];
  /** The value as JSON; null where there is none. */
  readonly valueIn: (contact: ContactData) => unknown;
}

/** What of an account decides which columns there are. */
export interface AccountShape {
  /** Strongest first. */
  readonly identifierKinds: readonly string[];
  /** By key. */
  readonly fieldKeys: readonly string[];
}

/**
 * Every column there is, in the order of an export: what identity knows, then each channel of the supergraph by name, with all
 * that it says of a contact in one plain value, and whether the contact may be messaged on it.
 */
export function columnsOf(supergraph: GraphQLSchema, shape: AccountShape): Column[] {
  const plain = (name: string, ...path: readonly string[]): Column =>
    columnOf(supergraph, name, path, selectionOf(path), (contact) => valueAt(contact, path));
  return [
    plain('id', 'id'),
    plain('displayName', 'displayName'),
    ...shape.identifierKinds.map((kind) =>
      columnOf(supergraph, `identifiers.${kind}`, ['identifiers', 'value'], 'identifiers { kind value }', (contact) =>
        entriesOf(contact.identifiers).flatMap((each) => (each.kind === kind ? [each.value] : [])),
      ),
    ),
    plain('tags', 'tags'),
    ...shape.fieldKeys.map((key) =>
      columnOf(
        supergraph,
        `customFields.${key}`,
        ['customFields', 'value'],
        'customFields { key value }',
        (contact) => entriesOf(contact.customFields).find((each) => each.key === key)?.value ?? null,
      ),
    ),
    plain('acquisition.kind', 'acquisition', 'kind'),
    plain('acquisition.detail', 'acquisition', 'detail'),
    plain('acquisition.at', 'acquisition', 'at'),
    plain('createdAt', 'createdAt'),
    plain('updatedAt', 'updatedAt'),
    ...[...partsOfGraph(supergraph).channels]
      .sort()
      .flatMap((channel) => [
        ...plainFieldsOf(supergraph, channel).map((field) => plain(`${channel}.${field}`, channel, field)),
        plain(`${channel}.canSend`, channel, 'canSend', 'allowed'),
      ]),
  ];
}

/**
 * The columns of one export: those named, in their order; else all that the caller may read.
 * @throws CodedError BAD_USER_INPUT for an unknown one or one named twice, FORBIDDEN for one that may not be read
 */
export function chosenColumns(all: readonly Column[], names: readonly string[] | null, caller: Caller): Column[] {
  if (names === null) return all.filter(({ scopes }) => holds(caller, scopes));
  if (names.length === 0) throw badInput(['columns'], '"columns" names at least one column, got none');
  return names.map((name, i) => {
    const column = all.find((each) => each.name === name);
    if (column === undefined) {
      const there = all.map((each) => each.name).join(', ');
      throw badInput(['columns', String(i)], `There is no column "${name.slice(0, 100)}"; there are ${there}`);
    }
    if (names.indexOf(name) < i) throw badInput(['columns', String(i)], `The column "${name}" is named twice`);
    if (!holds(caller, column.scopes)) {
      const needed = column.scopes.map((scope) => `"${scope}"`).join(' and ');
      throw new CodedError('FORBIDDEN', `The column "${name}" needs the scope ${needed}.`);
    }
    return column;
  });
}

function columnOf(
  supergraph: GraphQLSchema,
  name: string,
  path: readonly string[],
  selection: string,
  valueIn: Column['valueIn'],
): Column {
  // The id is known to every part, and identity is asked for whatever is exported.
  const [first = ''] = path;
  const part = partOfField(supergraph, first === 'id' ? 'displayName' : first, 'Contact');
  if (part === null) throw new Error(`no part of the graph answers Contact.${first}`);
  return { name, part, selection, scopes: scopesAlong(supergraph, path), valueIn };
}

/** Scopes of every field on the way. */
function scopesAlong(supergraph: GraphQLSchema, path: readonly string[]): string[] {
  const scopes = new Set<string>();
  let type = supergraph.getType('Contact');
  for (const name of path) {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    for (const scope of field === undefined ? [] : scopesOf(field)) scopes.add(scope);
    type = field === undefined ? undefined : getNamedType(field.type);
  }
  return [...scopes];
}

/**
 * Fields of a channel's profile that are one value and take no arguments. Its own name says nothing, and links by which somebody
 * may change something, those that need a scope to write, are no facts.
 */
function plainFieldsOf(supergraph: GraphQLSchema, channel: string): string[] {
  const contact = supergraph.getType('Contact');
  const field = isObjectType(contact) ? contact.getFields()[channel] : undefined;
  const profile = field === undefined ? undefined : getNamedType(field.type);
  if (!isObjectType(profile)) return [];
  return Object.values(profile.getFields()).flatMap((each) => {
    const { name, type, args } = each;
    const inner = isNonNullType(type) ? type.ofType : type;
    const isFact = name !== 'channel' && !scopesOf(each).some((scope) => scope.endsWith(':write'));
    return !isListType(inner) && isLeafType(inner) && args.length === 0 && isFact ? [name] : [];
  });
}

const selectionOf = (path: readonly string[]): string =>
  path.reduceRight((inner, name) => (inner === '' ? name : `${name} { ${inner} }`), '');

const valueAt = (contact: ContactData, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value === null ? null : (Object(value)[name] ?? null)), contact);

const entriesOf = (list: unknown): readonly ContactData[] => (Array.isArray(list) ? list : []);
