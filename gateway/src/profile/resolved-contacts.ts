import type { Caller } from '@ucp/kit/caller';
import { CodedError } from '@ucp/kit/errors';
import { contactId } from '@ucp/kit/ids';
import { partOfField } from '@ucp/kit/parts-of-graph';
import type { GraphQLSchema } from 'graphql';
import { afresh, demandAsOf } from './as-one.ts';
import { everyField } from './leaf-documents.ts';
import { answer, type Part } from './leaf-owners.ts';

/**
 * Looks whether contacts are still made of what they were when a client's query found them. Who was asked for by the id of a contact
 * that was merged is another one when the merge was taken back before the rest of the query was answered.
 * @param asOf what was told of them is of this rev
 * @throws CodedError when one of them is not: what was told of it is not true of who was asked for; Moved when they changed once more, and
 * perhaps back, so that nobody can tell
 */
export type DemandSame = (contactNos: readonly number[], asOf: number | null, caller: Caller) => Promise<void>;

const query = `query Merges($representations: [_Any!]!) {
  contacts: _entities(representations: $representations) { ... on Contact { id merges { id } } }
}`;

/** Asks only where contacts changed at all since the query found the first of them. */
export function createDemandSame(parts: readonly Part[], supergraph: GraphQLSchema): DemandSame {
  const name = partOfField(supergraph, everyField);
  const host = parts.find((part) => part.name === name);
  return async (contactNos, asOf, caller) => {
    const found = host === undefined ? undefined : caller.revs[host.name];
    if (host === undefined || found === undefined || asOf === null || asOf <= found || caller.question === undefined)
      return;
    const representations = contactNos.map((no) => ({ __typename: 'Contact', id: contactId(caller.account, no) }));
    const ask = (asking: Caller) => answer(host, query, { representations }, asking, []);
    // Identity keeps what it read for the client's query. Another process of it has nothing kept, and tells twice how it is now.
    const [then, now] = await Promise.all([ask(caller), ask(afresh(caller, { [host.name]: asOf }))]);
    demandAsOf(host.name, now.asOf, asOf);
    if (JSON.stringify(then.data) !== JSON.stringify(now.data))
      throw new CodedError(
        'SUBGRAPH_UNAVAILABLE',
        'A contact was merged, or a merge taken back, while it was asked about. Try again.',
      );
  };
}
