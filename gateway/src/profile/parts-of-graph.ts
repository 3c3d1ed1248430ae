import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';

/** What profile asks the other parts for, found in the supergraph: no part is named in code. */
export interface PartsOfGraph {
  /** Parts that tell what happened to a contact. */
  readonly withActivity: readonly string[];
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
  return { withActivity: queries.flatMap((name) => /^(\w+)Activity$/.exec(name)?.[1] ?? []), channels };
}
