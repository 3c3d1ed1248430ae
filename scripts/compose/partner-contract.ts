import { composeSchemaContract, type ServiceDefinition } from '@theguild/federation-composition';
import {
  buildSchema,
  type DefinitionNode,
  type DirectiveNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import type { Part } from './parts.ts';

const tag = 'partner';

/**
 * The API that partners see: what is tagged `partner` and nothing else, so that what is added later stays hidden until somebody
 * decides otherwise.
 * @throws Error with everything that keeps it from being whole, one finding a line
 */
export function partnerContract(services: ServiceDefinition[], parts: readonly Part[]): string {
  const { errors, publicSdl } = composeSchemaContract(
    services,
    { include: new Set([tag]), exclude: new Set<string>() },
    true,
  );
  if (errors !== undefined)
    throw new Error(errors.map((error) => `the contract of partners: ${error.message}`).join('\n'));
  if (publicSdl === undefined) throw new Error('composition gave no contract of partners');
  const lost = lostTags(parts, buildSchema(publicSdl, { assumeValidSDL: true }));
  if (lost.length > 0) throw new Error(lost.join('\n'));
  return publicSdl;
}

/** A tag that nothing of the contract leads to promises partners what they do not get. */
function lostTags(parts: readonly Part[], contract: GraphQLSchema): string[] {
  const lost = parts.flatMap(({ definitions }) =>
    definitions.flatMap((node) =>
      coordinatesOf(node)
        .filter(({ tagged, path }) => tagged && !isKnown(contract, path))
        .map(({ path }) => `${path.join('.')} is tagged "${tag}", and nothing in the contract leads to it`),
    ),
  );
  return [...new Set(lost)];
}

type Path = readonly [type: string, member?: string, argument?: string];

function coordinatesOf(node: DefinitionNode): { readonly tagged: boolean; readonly path: Path }[] {
  if (!('name' in node) || node.name === undefined || node.kind === Kind.DIRECTIVE_DEFINITION) return [];
  const type = node.name.value;
  // A scalar that every part states is there before anything leads to it.
  if (node.kind === Kind.SCALAR_TYPE_DEFINITION) return [];
  const members = [
    ...('fields' in node ? (node.fields ?? []) : []),
    ...('values' in node ? (node.values ?? []) : []),
  ].flatMap((member) => [
    { tagged: isTagged(member), path: [type, member.name.value] as const },
    ...('arguments' in member ? (member.arguments ?? []) : []).map((argument) => ({
      tagged: isTagged(argument),
      path: [type, member.name.value, argument.name.value] as const,
    })),
  ]);
  return [{ tagged: isTagged(node), path: [type] }, ...members];
}

const isTagged = (node: { readonly directives?: readonly DirectiveNode[] | undefined }): boolean =>
  node.directives?.some(
    ({ name, arguments: given }) =>
      name.value === 'tag' && given?.some(({ value }) => value.kind === Kind.STRING && value.value === tag),
  ) ?? false;

function isKnown(contract: GraphQLSchema, [name, member, argument]: Path): boolean {
  const type = contract.getType(name);
  if (type === undefined || member === undefined) return type !== undefined;
  if (isEnumType(type)) return type.getValue(member) !== undefined;
  if (isInputObjectType(type)) return Object.hasOwn(type.getFields(), member);
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const field = type.getFields()[member];
  if (field === undefined || argument === undefined) return field !== undefined;
  return field.args.some(({ name: known }) => known === argument);
}
