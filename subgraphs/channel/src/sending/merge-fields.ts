import { serviceCaller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import type { Follower } from '@ucp/kit/follower';
import { contactId } from '@ucp/kit/ids';
import { z } from 'zod';
import type { ChannelKind } from '../channel-kind.ts';
import type { MergeView } from '../outgoing.ts';

const query = `query ($contactIds: [ID!]!) {
  mergeFields(contactIds: $contactIds) { contactId displayName customFields tags identifiers }
}`;
const shape = z.object({
  mergeFields: z.array(
    z.object({
      contactId: z.string(),
      displayName: z.string(),
      customFields: z.record(z.string(), z.unknown()),
      tags: z.array(z.string()),
      identifiers: z.record(z.string(), z.array(z.string())),
    }),
  ),
});

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
 * What messages to contacts may merge, by contact; contacts that identity does not have are absent. When it comes back the channel
 * knows of links and restrictions all that identity knew when it answered.
 * @throws CodedError SUBGRAPH_UNAVAILABLE while identity is away
 */
export async function mergeViewsOf(
  identity: IdentityPeer | null,
  channel: ChannelKind,
  account: number,
  contactNos: readonly number[],
): Promise<Map<number, MergeView>> {
  const { connection, follower } = demandIdentity(identity);
  const noOf = new Map(contactNos.map((contactNo) => [contactId(account, contactNo), contactNo]));
  const variables = { contactIds: [...noOf.keys()] };
  const caller = serviceCaller(channel.name.toLowerCase(), account);
  const { data, errors, extensions } = await connection.execute({ query, variables }, caller);
  const [error] = errors ?? [];
  if (error !== undefined) throw new CodedError('SUBGRAPH_UNAVAILABLE', `identity did not answer: ${error.message}`);
  const { mergeFields } = shape.parse(data);
  const rev = extensions?.revs?.identity;
  if (rev !== undefined) await follower.catchUp(account, rev);
  return new Map(
    mergeFields.flatMap(({ contactId: id, ...fields }) => {
      const contactNo = noOf.get(id);
      return contactNo === undefined ? [] : [[contactNo, viewOf(fields)] as const];
    }),
  );
}

/**
 * Names a text can merge: the account's fields by their keys, `display_name`, `tags`, and the first identifier of each kind by
 * its name in lower case, for example `email`.
 */
function viewOf({
  displayName,
  customFields,
  tags,
  identifiers,
}: Omit<z.output<typeof shape>['mergeFields'][number], 'contactId'>): MergeView {
  const first = Object.entries(identifiers).flatMap(([kind, [value]]) =>
    value === undefined ? [] : [[kind.toLowerCase(), value] as const],
  );
  return {
    ...Object.fromEntries(first),
    ...(displayName === '' ? {} : { display_name: displayName }),
    ...(tags.length === 0 ? {} : { tags }),
    ...customFields,
  };
}
