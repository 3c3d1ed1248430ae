import { type Graph, partOfField } from '@ucp/kit/parts-of-graph';
import { z } from 'zod';
import { askPart, type MetParts } from './ask-part.ts';
import type { Segments } from './peers.ts';

const query = 'mutation ($ids: [ID!]!) { answer: segmentsTrack(ids: $ids) }';

/** Segments as profile keeps them. */
export function createSegments(parts: MetParts, supergraph: Graph): Segments {
  const profile = partOfField(supergraph, 'segmentsTrack', 'Mutation');
  return {
    track: async (account, ids) =>
      z.array(z.string().nullable()).parse(await askPart(parts, profile, account, { query, variables: { ids } })),
  };
}
