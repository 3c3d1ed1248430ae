import { serviceCaller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import type { Follower } from '@ucp/kit/follower';
import { contactId } from '@ucp/kit/ids';
import { z } from 'zod';
import type { ChannelKind } from '../channel-kind.ts';
import type { MergeView } from '../outgoing.ts';

const query = `query ($contactIds: [ID!]!, $names: [String!]) { mergeFields(contactIds: $contactIds, names: $names) }`;
const shape = z.object({ mergeFields: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Identity as a channel asks it. */
export interface IdentityPeer {
  readonly connection: Connection;
  readonly follower: Follower;
}

/** @throws CodedError SUBGRAPH_UNAVAILABLE before identity was met */
export function demandIdentity(identity: IdentityPeer | null): IdentityPeer {
  if (identity === null) throw new CodedError('SUBGRAPH_UNAVAILABLE', 'Who the contacts are is not known here yet.');
  return identity;
}

/**
 * What messages to contacts merge of these names, by contact; contacts that identity does not have are absent. When it comes back the
 * channel knows of links and restrictions all that identity knew when it answered.
 * @throws CodedError SUBGRAPH_UNAVAILABLE while identity is away
 */
export async function mergeViewsOf(
  identity: IdentityPeer | null,
  channel: ChannelKind,
  account: number,
  contactNos: readonly number[],
  names: readonly string[],
): Promise<Map<number, MergeView>> {
  const { connection, follower } = demandIdentity(identity);
  const noOf = new Map(contactNos.map((contactNo) => [contactId(account, contactNo), contactNo]));
  const variables = { contactIds: [...noOf.keys()], names };
  const caller = serviceCaller(channel.name.toLowerCase(), account);
  const { data, errors, extensions } = await connection.execute({ query, variables }, caller);
  const [error] = errors ?? [];
  if (error !== undefined) throw new CodedError('SUBGRAPH_UNAVAILABLE', `identity did not answer: ${error.message}`);
  const { mergeFields } = shape.parse(data);
  const rev = extensions?.revs?.identity;
  if (rev !== undefined) await follower.catchUp(account, rev);
  const views = new Map<number, MergeView>();
  for (const [id, contactNo] of noOf) {
    const view = mergeFields[id];
    if (view !== undefined) views.set(contactNo, view);
  }
  return views;
}
