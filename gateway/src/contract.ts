import { readFileSync } from 'node:fs';

/** What the composition settled: how the parts make one graph, and what of it partners see. */
export interface Contract {
  readonly supergraphSdl: string;
  /** The API that partners see. */
  readonly partnerSdl: string;
}

const read = (file: string): string => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');

/** The contract of the repository's own parts. */
export const readContract = (): Contract => ({
  supergraphSdl: read('supergraph.graphql'),
  partnerSdl: read('partner.graphql'),
});
