import type { Caller } from '@ucp/kit/caller';
import { type ContactBits, encodeBits } from '@ucp/kit/contact-bits';
import { partOfField, partsOfGraph } from '@ucp/kit/parts-of-graph';
import { wordsSent } from '@ucp/kit/words';
import type { GraphQLSchema } from 'graphql';
import { demandAsOf, seeing } from './as-one.ts';
import { everyField } from './leaf-documents.ts';
import { answer, type Part } from './leaf-owners.ts';

/**
 * When contacts engaged last on any channel: second since 1970 by contact number; 0 for one that never did.
 * @param asOf what the answer was of that told of them
 * @throws Moved when it is not any more
 */
export type AskLastEngaged = (among: ContactBits, asOf: number | null, caller: Caller) => Promise<Uint32Array>;

/** Asks every part that has a `<part>LastEngaged`. */
export function createEngagementSource(parts: readonly Part[], supergraph: GraphQLSchema): AskLastEngaged {
  const { withEngagement } = partsOfGraph(supergraph);
  const owners = parts.filter(({ name }) => withEngagement.includes(name));
  const host = partOfField(supergraph, everyField) ?? '';
  return async (among, asOf, caller) => {
    const asking = asOf === null ? caller : seeing(caller, host, asOf);
    const newest = new Uint32Array(among.length * 32);
    await Promise.all(
      owners.map(async (part) => {
        const query = `query LastEngaged($among: ContactBits!) { times: ${part.name}LastEngaged(among: $among) }`;
        const { data, asOf: told } = await answer(part, query, { among: encodeBits(among) }, asking, []);
        demandAsOf(host, told, asOf);
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
