import { readGraph } from '@ucp/kit/parts-of-graph';
import type { MetParts } from './ask-part.ts';
import { createChannels } from './channels.ts';
import { createFilters } from './filters.ts';
import type { Peers } from './peers.ts';

export type { Peers, Send } from './peers.ts';

import { createPeople } from './people.ts';
import { createSegments } from './segments.ts';

/** The other parts as they were met by the time they are asked; who answers what, the supergraph says. */
export function createPeers(parts: MetParts, supergraphSdl: string): Peers {
  const supergraph = readGraph(supergraphSdl);
  const filters = createFilters(parts, supergraph);
  return {
    filters,
    channels: createChannels(parts, supergraph),
    people: createPeople(parts, supergraph, filters),
    segments: createSegments(parts, supergraph),
  };
}
