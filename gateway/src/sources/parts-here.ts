import { ConfigurationError, readEnvironment, settings } from '@ucp/kit/environment';
import type { CreateSubgraph } from '@ucp/kit/subgraph';
import { mounts } from '../mounts.ts';

/** Parts that run in the gateway's process while others do not. */
export interface PartsHere {
  readonly creators: Readonly<Record<string, CreateSubgraph>>;
  /** By part. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  /** Where the other processes reach a part. */
  readonly placeOf: (part: string) => { readonly host: string; readonly port: number };
}

/**
 * Each part has its database in a variable of its own: `EMAIL_DATABASE_URL`.
 * @param origins where the other processes reach them, by part
 * @throws ConfigurationError
 */
export function readPartsHere(origins: Readonly<Record<string, string>>): PartsHere {
  const names = Object.keys(origins);
  const unknown = names.find((name) => !Object.hasOwn(mounts, name));
  if (unknown !== undefined)
    throw new ConfigurationError(`The configuration is wrong:\nPARTS_HERE: there is no part ${unknown}`);
  const variableOf = (part: string) => `${part.toUpperCase()}_DATABASE_URL`;
  const urls = readEnvironment(Object.fromEntries(names.map((part) => [variableOf(part), settings.databaseUrl])));
  return {
    creators: Object.fromEntries(Object.entries(mounts).filter(([name]) => names.includes(name))),
    databaseUrls: Object.fromEntries(names.map((part) => [part, urls[variableOf(part)] ?? ''])),
    placeOf: (part) => {
      const { hostname: host, port } = new URL(origins[part] ?? '');
      return { host, port: Number(port) };
    },
  };
}
