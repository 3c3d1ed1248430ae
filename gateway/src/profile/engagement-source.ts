import type { Caller } from '@ucp/kit/caller';
import { type ContactBits, encodeBits } from '@ucp/kit/contact-bits';
import { partOfField, partsOfGraph } from '@ucp/kit/parts-of-graph';
import { wordsSent } from '@ucp/kit/words';
import type { GraphQLSchema } from 'graphql';
import { everyField } from './leaf-documents.ts';
import { answer, newestRev, type Part } from './leaf-source.ts';

/** When contacts engaged last on any channel: second since 1970 by contact number; 0 for one that never did. */
export type AskLastEngaged = (among: ContactBits, caller: Caller) => Promise<Uint32Array>;

/** Asks every part that has a `<part>LastEngaged`, as new as the part that decides merges is now. */
export function createEngagementSource(parts: readonly Part[], supergraph: GraphQLSchema): AskLastEngaged {
  const { withEngagement } = partsOfGraph(supergraph);
  const owners = parts.filter(({ name }) => withEngagement.includes(name));
  const hostName = partOfField(supergraph, everyField);
  const host = parts.find(({ name }) => name === hostName);
  return async (among, caller) => {
    const rev = host === undefined ? undefined : (caller.revs[host.name] ?? (await newestRev(host, caller)));
    const asking =
      host === undefined || rev === undefined ? caller : { ...caller, revs: { ...caller.revs, [host.name]: rev } };
    const newest = new Uint32Array(among.length * 32);
    await Promise.all(
      owners.map(async (part) => {
        const query = `query LastEngaged($among: ContactBits!) { times: ${part.name}LastEngaged(among: $among) }`;
        const { data } = await answer(part, query, { among: encodeBits(among) }, asking, []);
        const times = wordsSent(data.times);
        for (let i = 0; i < times.length; i += 2) {
          const [no, second] = [times[i] ?? 0, times[i + 1] ?? 0];
          newest[no] = Math.max(newest[no] ?? 0, second);
        }
      }),
    );
    return newest;
  };
}
