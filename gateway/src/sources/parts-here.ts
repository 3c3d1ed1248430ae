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
 * @param elsewhere origins of the parts that are processes of their own
 * @throws ConfigurationError
 */
export function readPartsHere(
  origins: Readonly<Record<string, string>>,
  elsewhere: Readonly<Record<string, string>>,
): PartsHere {
  const names = Object.keys(origins);
  const places = new Map(names.map((name) => [name, placeOf(name, origins[name] ?? '')]));
  const twice = names.find((name) => Object.hasOwn(elsewhere, name));
  if (twice !== undefined) throw wrong(`the part ${twice} is in PARTS, too`);
  const variableOf = (part: string) => `${part.toUpperCase()}_DATABASE_URL`;
  const urls = readEnvironment(Object.fromEntries(names.map((part) => [variableOf(part), settings.databaseUrl])));
  return {
    creators: Object.fromEntries(Object.entries(mounts).filter(([name]) => names.includes(name))),
    databaseUrls: Object.fromEntries(names.map((part) => [part, urls[variableOf(part)] ?? ''])),
    placeOf: (part) => places.get(part) ?? placeOf(part, ''),
  };
}

function placeOf(part: string, origin: string): { readonly host: string; readonly port: number } {
  if (!Object.hasOwn(mounts, part)) throw wrong(`there is no part ${part}`);
  if (!URL.canParse(origin) || !origin.startsWith('http://'))
    throw wrong(`${part} is served by http, at a place as http://127.0.0.1:4102`);
  const { hostname, port } = new URL(origin);
  // An address of IPv6 is in brackets there; the port that http has anyway is left out.
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port === '' ? 80 : port) };
}

const wrong = (finding: string): ConfigurationError =>
  new ConfigurationError(`The configuration is wrong:\nPARTS_HERE: ${finding}`);
