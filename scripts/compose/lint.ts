import {
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
} from 'graphql';
import type { Part } from './parts.ts';

const has = (node: FieldDefinitionNode, name: string): boolean =>
  node.directives?.some((directive) => directive.name.value === name) ?? false;

/** Rules of this graph that composers do not know. Each finding names the place and why it matters. */
export function lint(parts: readonly Part[], api: GraphQLSchema): string[] {
  return [
    ...parts.flatMap(lintPart),
    ...parts.flatMap(lintChannel),
    ...lintLosses(parts, api),
    ...lintDescriptions(api),
  ];
}

function lintPart({ name, definitions }: Part): string[] {
  const interfaces = new Map<string, readonly FieldDefinitionNode[]>(
    definitions.flatMap((node) =>
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ? [[node.name.value, node.fields ?? []] as const] : [],
    ),
  );
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const type = node.name.value;
    return (node.fields ?? []).flatMap((field) => {
      const at = `${name}: ${type}.${field.name.value}`;
      const found: string[] = [];
      const required = field.type.kind === Kind.NON_NULL_TYPE;
      if (has(field, 'auth') && required)
        found.push(`${at} has @auth and is non-null: without the scope its parent would be null`);
      if (type === 'Contact' && field.name.value !== 'id' && required) {
        found.push(`${at} is non-null: a part that is down would null the contact`);
      }
      for (const { name: implemented } of node.interfaces ?? []) {
        const same = interfaces.get(implemented.value)?.find((other) => other.name.value === field.name.value);
        if (same !== undefined && has(field, 'auth') && !has(same, 'auth')) {
          found.push(
            `${at} has @auth, ${implemented.value}.${field.name.value} has not: the interface would be a way around it`,
          );
        }
      }
      return found;
    });
  });
}

/** What the gateway asks of every channel, behind the channel's name. */
const contract: Readonly<Record<string, readonly string[]>> = {
  Query: ['Activity', 'Audience', 'Preferences', 'ConsentQuestion'],
  Mutation: ['PreferencesSet', 'ConsentConfirm'],
};

/** A channel without one of these would be left out of timelines, audiences or the preference page without a word. */
function lintChannel({ name, own }: Part): string[] {
  const isChannel = own.some(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION &&
      (node.interfaces?.some((implemented) => implemented.name.value === 'ChannelProfile') ?? false),
  );
  if (!isChannel) return [];
  return Object.entries(contract).flatMap(([type, operations]) => {
    const fields = own.flatMap((node) =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      node.name.value === type
        ? (node.fields ?? [])
        : [],
    );
    return operations
      .filter((operation) => !fields.some((field) => field.name.value === `${name}${operation}`))
      .map((operation) => `${name}: ${type}.${name}${operation} is missing: every channel answers it`);
  });
}

/** Inputs are merged by intersection: a field or value that one part lacks vanishes without a word from the composer. */
function lintLosses(parts: readonly Part[], api: GraphQLSchema): string[] {
  const hidden = (node: DefinitionNode) =>
    'directives' in node && (node.directives?.some((directive) => directive.name.value === 'inaccessible') ?? false);
  return parts.flatMap(({ name, definitions }) =>
    definitions.flatMap((node) => {
      if (hidden(node)) return [];
      if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
        const type = api.getType(node.name.value);
        const kept = isInputObjectType(type) ? type.getFields() : {};
        return (node.fields ?? [])
          .filter((field) => !Object.hasOwn(kept, field.name.value))
          .map((field) => `${name}: ${node.name.value}.${field.name.value} is lost in composition`);
      }
      if (node.kind === Kind.ENUM_TYPE_DEFINITION) {
        const type = api.getType(node.name.value);
        const kept = new Set(isEnumType(type) ? type.getValues().map((value) => value.name) : []);
        return (node.values ?? [])
          .filter((value) => !kept.has(value.name.value))
          .map((value) => `${name}: ${node.name.value}.${value.name.value} is lost in composition`);
      }
      return [];
    }),
  );
}

/** The descriptions are the manual. */
function lintDescriptions(api: GraphQLSchema): string[] {
  const roots = new Set([api.getQueryType()?.name, api.getMutationType()?.name]);
  return Object.values(api.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) return [];
    const found: string[] = [];
    if (!type.description && !roots.has(type.name)) found.push(`no description: ${type.name}`);
    if (isEnumType(type)) {
      for (const value of type.getValues())
        if (!value.description) found.push(`no description: ${type.name}.${value.name}`);
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description) found.push(`no description: ${type.name}.${field.name}`);
        for (const argument of 'args' in field ? field.args : []) {
          if (!argument.description) found.push(`no description: ${type.name}.${field.name}(${argument.name}:)`);
        }
      }
    }
    return found;
  });
}
