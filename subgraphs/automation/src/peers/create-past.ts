import { type ContactBits, decodeBits } from '@ucp/kit/contact-bits';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { partOfField, readGraph } from '@ucp/kit/parts-of-graph';
import { z } from 'zod';
import type { Occurrence } from '../domain/rehearsal/admit.ts';
import { askPart, type MetParts } from './ask-part.ts';
import type { Past } from './past.ts';
import { createPastChannels } from './past-channels.ts';
import { createPastDecisions } from './past-decisions.ts';

/** Changes of one page, the most there are. */
const pageSize = 200;

const bits = z.array(z.string().nullable());
const moves = z.object({
  segment: z.object({ tracked: z.boolean() }).nullable(),
  changes: z
    .object({
      nodes: z.array(z.object({ kind: z.string(), at: z.coerce.date(), contact: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    })
    .nullable(),
});

/** The past as the other parts know it, as they were met by the time they are asked; who answers what, the supergraph says. */
export function createPast(parts: MetParts, supergraphSdl: string): Past {
  const supergraph = readGraph(supergraphSdl);
  return {
    ...createPastChannels(parts, supergraph),
    ...createPastDecisions(parts),
    matches: async (account, at, filters, contactNos) => {
      if (filters.length === 0) return [];
      const answer = await askPart(parts, partOfField(supergraph, 'audienceMatches'), account, {
        query:
          'query ($filters: [AudienceFilter!]!, $ids: [ID!]) { answer: audienceMatches(filters: $filters, contactIds: $ids) }',
        variables: { filters, ids: contactNos.map((no) => contactId(account, no)) },
        at,
      });
      return bits.parse(answer).map((text): ContactBits | null => (text === null ? null : decodeBits(text)));
    },
    segmentMoves: async (account, segmentId, on, { from, to }, most) => {
      const found: Occurrence[] = [];
      for (let after: string | null = null; ; ) {
        const answer = await askPart(parts, partOfField(supergraph, 'segmentChanges'), account, {
          query: `query ($id: ID!, $first: Int!, $after: String) {
            segment(id: $id) { tracked }
            changes: segmentChanges(id: $id, first: $first, after: $after) { nodes { kind at contact { id } } pageInfo { hasNextPage endCursor } }
          }`,
          variables: { id: segmentId, first: pageSize, after },
          scopes: ['segments:read', 'contacts:read'],
        });
        const { segment, changes } = moves.parse(answer);
        if (segment?.tracked !== true || changes === null) return null;
        const { nodes, pageInfo } = changes;
        for (const { kind, at, contact } of nodes)
          if (kind === `SEGMENT_${on}` && at > from && at <= to)
            found.push({ contactNo: contactNoOf(account, contact.id) ?? 0, at });
        const isOver = !pageInfo.hasNextPage || (nodes.at(-1)?.at ?? from) <= from || found.length >= most;
        if (isOver) return found.slice(0, most);
        after = pageInfo.endCursor;
      }
    },
  };
}
