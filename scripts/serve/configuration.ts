import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentSettings, readDocumentRules } from '@ucp/gateway/documents';
import { mounts } from '@ucp/gateway/mounts';
import { ConfigurationError, localOrigin, noticesOf, readEnvironment, settings } from '@ucp/kit/environment';
import type { Notices } from '@ucp/kit/subgraph';
import { z } from 'zod';
import { owners } from './databases.ts';

export interface Configuration {
  /** Where what belongs to this installation is kept. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  /** Origin under which this machine reaches us. */
  readonly url: string;
  readonly trustedProxies: readonly string[];
  /** Whether senders may lead into the network we run in. */
  readonly allowPrivateSenders: boolean;
  /** Parts that run in the gateway's process where the others are processes of their own. */
  readonly partsWithGateway: readonly string[];
  /** Memory that indexes of accounts may take in each part; null: the preset. */
  readonly audienceIndexBytes: number | null;
  /** Documents that are known, and which roles may ask others. */
  readonly documents: ReturnType<typeof readDocumentRules>;
  /** How mail to staff leaves; null: not at all. */
  readonly notices: Notices | null;
  readonly logLevel: string;
  readonly secret: string;
  /** By part; null: the embedded server is used. */
  readonly databaseUrls: Readonly<Record<string, string>> | null;
}

const variableOf = (part: string): string => `${part.toUpperCase()}_DATABASE_URL`;

/** What the environment says. @param preset where what belongs to this installation is kept @throws ConfigurationError */
export function readConfiguration(preset: string): Configuration {
  const variables = Object.fromEntries(owners.map((part) => [variableOf(part), settings.databaseUrl.optional()]));
  const environment = readEnvironment({
    HOST: settings.host,
    PORT: settings.port.default(4000),
    PUBLIC_URL: settings.publicUrl.optional(),
    TRUSTED_PROXIES: settings.networks,
    ALLOW_PRIVATE_SENDERS: settings.flag,
    PARTS_WITH_GATEWAY: settings.parts(Object.keys(mounts)),
    AUDIENCE_INDEX_MB: settings.megabytes.optional(),
    NOTICES_SMTP_URL: settings.smtpUrl.optional(),
    NOTICES_FROM: settings.sender.optional(),
    LOG_LEVEL: settings.logLevel.default('warn'),
    UCP_SECRET: settings.secret.optional(),
    DATA_FOLDER: z.string().optional(),
    ...documentSettings,
    ...variables,
  });
  const {
    HOST,
    PORT,
    PUBLIC_URL,
    TRUSTED_PROXIES,
    ALLOW_PRIVATE_SENDERS,
    PARTS_WITH_GATEWAY,
    AUDIENCE_INDEX_MB,
    NOTICES_SMTP_URL,
    NOTICES_FROM,
    LOG_LEVEL,
    UCP_SECRET,
    DATA_FOLDER,
    KNOWN_DOCUMENTS,
    DOCUMENT_MODES,
    ...urls
  } = environment;
  const folder = path.resolve(DATA_FOLDER ?? preset);
  return {
    folder,
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL ?? null,
    url: localOrigin(HOST, PORT),
    trustedProxies: TRUSTED_PROXIES,
    allowPrivateSenders: ALLOW_PRIVATE_SENDERS,
    partsWithGateway: PARTS_WITH_GATEWAY,
    audienceIndexBytes: AUDIENCE_INDEX_MB ?? null,
    documents: readDocumentRules({ KNOWN_DOCUMENTS, DOCUMENT_MODES }),
    notices: noticesOf(NOTICES_SMTP_URL, NOTICES_FROM),
    logLevel: LOG_LEVEL,
    secret: UCP_SECRET ?? ownSecret(folder),
    databaseUrls: givenDatabases(Object(urls)),
  };
}

/** All of them or none: half of the data on a server of one's own is a mistake. */
function givenDatabases(urls: Readonly<Record<string, string | undefined>>): Record<string, string> | null {
  const entries = owners.map((part) => ({ part, url: urls[variableOf(part)] }));
  if (entries.every(({ url }) => url === undefined)) return null;
  const missing = entries.filter(({ url }) => url === undefined).map(({ part }) => variableOf(part));
  if (missing.length > 0)
    throw new ConfigurationError(
      `The configuration is wrong:\n${missing.map((name) => `${name}: is missing, while others are set`).join('\n')}`,
    );
  return Object.fromEntries(entries.map(({ part, url }) => [part, url ?? '']));
}

/** A secret of this installation, made once and readable by its owner only. */
function ownSecret(folder: string): string {
  const file = path.join(folder, 'secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
  return readFileSync(file, 'utf8');
}
