import { type Caller, serviceScope } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import { partOfField } from '@ucp/kit/parts-of-graph';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';

/**
 * What of other parts needs a segment, in words: `segmentUses` in the supergraph. Nothing where no part has it.
 * @param listening only what listens to who comes and goes @throws CodedError SUBGRAPH_UNAVAILABLE while who knows is away
 */
export type SegmentUsers = (caller: Caller, id: string, listening: boolean) => Promise<readonly string[]>;

const query = 'query ($id: ID!, $listening: Boolean!) { answer: segmentUses(id: $id, listening: $listening) }';

export function createSegmentUsers(
  parts: readonly Pick<Connection, 'name' | 'execute'>[],
  supergraph: GraphQLSchema,
): SegmentUsers {
  const name = partOfField(supergraph, 'segmentUses');
  return async (caller, id, listening) => {
    if (name === null) return [];
    const part = parts.find((each) => each.name === name);
    const asking = { ...caller, scopes: [...caller.scopes, serviceScope] };
    const result = await part?.execute({ query, variables: { id, listening } }, asking);
    const uses = z.array(z.string()).safeParse(Object(result?.data).answer);
    if (!uses.success)
      throw new CodedError('SUBGRAPH_UNAVAILABLE', 'Who needs the segment cannot be told at the moment. Try again.');
    return uses.data;
  };
}
