import { composeServices } from '@theguild/federation-composition';
import { buildSchema, type DocumentNode, Kind, parse, print } from 'graphql';
import { completeAudienceFilter } from './audience-filter.ts';
import { lint } from './lint.ts';
import { partnerContract } from './partner-contract.ts';
import type { Part } from './parts.ts';

export interface Composed {
  readonly supergraphSdl: string;
  readonly apiSdl: string;
  /** The API that partners see. */
  readonly partnerSdl: string;
  /** Each part's whole SDL, by name. */
  readonly subgraphSdl: Readonly<Record<string, string>>;
}

/** Composes the parts to a supergraph. @throws Error with everything that is wrong, one finding a line */
export function compose(stated: readonly Part[]): Composed {
  const parts = completeAudienceFilter(stated);
  const services = parts.map(({ name, definitions }) => {
    const typeDefs: DocumentNode = parse(print({ kind: Kind.DOCUMENT, definitions: [...definitions] }));
    return { name, url: `http://${name}.internal/graphql`, typeDefs };
  });
  const result = composeServices(services);
  if (result.errors !== undefined) throw new Error(result.errors.map((error) => error.message).join('\n'));
  const { supergraphSdl, publicSdl } = result;
  if (supergraphSdl === undefined || publicSdl === undefined) throw new Error('composition gave no supergraph');
  const findings = lint(parts, buildSchema(publicSdl, { assumeValidSDL: true }));
  if (findings.length > 0) throw new Error(findings.join('\n'));
  const subgraphSdl = Object.fromEntries(services.map(({ name, typeDefs }) => [name, print(typeDefs)]));
  return { supergraphSdl, apiSdl: publicSdl, partnerSdl: partnerContract(services, parts), subgraphSdl };
}
