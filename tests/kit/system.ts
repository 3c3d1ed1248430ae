import { createGateway, type DocumentRules, type GatewayOptions } from '@ucp/gateway';
import { type Contract, readContract } from '@ucp/gateway/contract';
import { readDocumentRules } from '@ucp/gateway/documents';
import { mountParts } from '@ucp/gateway/in-process';
import { mounts } from '@ucp/gateway/mounts';
import { createProfile, migrateProfile, type Profile } from '@ucp/gateway/profile';
import { serviceCaller } from '@ucp/kit/caller';
import { type Clock, createClock } from '@ucp/kit/clock';
import type { Connection } from '@ucp/kit/connection';
import { createHttpServer } from '@ucp/kit/http-server';
import { createLog } from '@ucp/kit/log';
import { connectRemotely } from '@ucp/kit/remote-connection';
import type { CreateSubgraph, Subgraph } from '@ucp/kit/subgraph';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import { createTokens } from '@ucp/kit/token';

export interface Answer {
  /** Plain JSON, in the shape of the test's own document. */
  readonly data: ReturnType<typeof JSON.parse>;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly status: number;
  /** The bytes of the answer. */
  readonly text: string;
  /** SQL statements of each part, begin and commit included. */
  readonly statements: Readonly<Record<string, readonly string[]>>;
}

export type Roles = 'ADMIN' | 'MARKETER' | 'ANALYST' | 'PARTNER' | 'FRONTEND';

/** The whole system on databases of its own, reached over HTTP as a client reaches it. */
export interface System {
  readonly url: string;
  readonly clock: Clock;
  readonly parts: readonly Subgraph[];
  readonly profile: Profile;
  /** Addresses of the parts' databases, by part. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  readonly ask: (key: string, document: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** SQL statements of a part since the last question of the graph. */
  readonly sent: (part: string) => readonly string[];
  /** The same parts behind a second gateway that reaches them over HTTP, through the parts' own servers: all, or those named. */
  readonly split: (
    options?: Pick<GatewayOptions, 'trustedProxies'> & { readonly remote?: readonly string[] },
  ) => Promise<Pick<System, 'url' | 'ask'>>;
  /** Opens an account of its own with a key of each role. */
  readonly openAccount: (
    settings?: object,
  ) => Promise<{ readonly account: number; readonly keys: Readonly<Record<Roles, string>> }>;
  readonly stop: () => Promise<void>;
}

const log = createLog('test', 'silent');
const roles: readonly Roles[] = ['ADMIN', 'MARKETER', 'ANALYST', 'PARTNER', 'FRONTEND'];

export interface SystemOptions {
  /** False: parts follow each other only when a query waits for it, so that statements can be counted. */
  readonly background?: boolean;
  /** Default: that of the repository's own subgraphs. */
  readonly contract?: Contract;
  /** Default: those of the repository, and nobody is held to them. */
  readonly documents?: DocumentRules;
  readonly creators?: Readonly<Record<string, CreateSubgraph>>;
}

export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const {
    background = true,
    contract = readContract(),
    documents = readDocumentRules({ DOCUMENT_MODES: {} }),
    creators = mounts,
  } = options;
  const clock = createClock();
  const common = {
    clock,
    secret: testSecret,
    log,
    supergraphSdl: contract.supergraphSdl,
    publicUrl: 'http://127.0.0.1',
    allowPrivateSenders: true,
  };
  const databases = new Map(
    await Promise.all(
      Object.entries(creators).map(async ([name, create]) => {
        const prepare = async (databaseUrl: string) => (await create({ ...common, databaseUrl })).stop();
        return [name, await createTestDatabase({ template: name, prepare })] as const;
      }),
    ),
  );
  const sent: Record<string, string[]> = Object.fromEntries([...databases.keys()].map((name) => [name, []]));
  const profileDatabase = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  sent.profile = [];
  const observe = (text: string) => sent.profile?.push(text);
  const { parts, profile, stop } = await mountParts({
    ...common,
    background,
    creators,
    databaseUrlOf: (name) => (name === 'profile' ? profileDatabase : databases.get(name))?.url ?? '',
    observe: (name, text) => sent[name]?.push(text),
  });
  const closing: (() => Promise<void>)[] = [];
  const listen = async (
    connections: readonly Connection[],
    own: Profile,
    more: Pick<GatewayOptions, 'trustedProxies'> = {},
  ): Promise<Pick<System, 'url' | 'ask'>> => {
    const gateway = await createGateway({
      parts: connections,
      ...contract,
      documents,
      secret: testSecret,
      log,
      profile: own,
      clock,
      publicUrl: null,
      explorer: null,
      ...more,
    });
    closing.unshift(() => gateway.close());
    const url = await gateway.listen({ port: 0, host: '127.0.0.1' });
    const ask: System['ask'] = async (key, query, variables = {}) => {
      for (const list of Object.values(sent)) list.length = 0;
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'x-request-id': 'test' },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const statements = Object.fromEntries(Object.entries(sent).map(([name, list]) => [name, [...list]]));
      return { ...JSON.parse(text), status: response.status, text, statements };
    };
    return { url, ask };
  };
  const gateway = await listen(parts, profile);
  let opened = 0;
  return {
    ...gateway,
    clock,
    parts,
    profile,
    databaseUrls: Object.fromEntries([...databases].map(([name, database]) => [name, database.url])),
    sent: (part) => sent[part] ?? [],
    split: async ({ remote, ...options } = {}) => {
      const isRemote = ({ name }: Subgraph) => remote === undefined || remote.includes(name);
      const served = await serveParts(parts.filter(isRemote));
      closing.push(served.close);
      const connections = [...parts.filter((part) => !isRemote(part)), ...served.connections];
      const reached = { parts: connections, databaseUrl: profileDatabase.url };
      const own = await createProfile({ ...reached, ...contract, clock, secret: testSecret, log, observe });
      closing.unshift(own.stop);
      return listen(connections, own, options);
    },
    openAccount: async (settings = {}) => {
      const identity = parts.find(({ name }) => name === 'identity');
      const result = await identity?.execute(
        {
          query:
            'mutation ($name: String!, $settings: AccountSettingsInput, $roles: [Role!]!) { accountOpen(name: $name, settings: $settings, roles: $roles) { account keys } }',
          variables: { name: `account ${opened++}`, settings, roles },
        },
        serviceCaller('test'),
      );
      const { account, keys } = Object(result?.data?.accountOpen);
      return { account, keys: Object(Object.fromEntries(roles.map((role, i) => [role, keys[i]]))) };
    },
    stop: async () => {
      for (const close of closing) await close();
      await stop();
      await Promise.all([profileDatabase, ...databases.values()].map((database) => database.drop()));
    },
  };
}

/** Every part on a port of its own, as in `npm run start:split`. */
async function serveParts(
  parts: readonly Subgraph[],
): Promise<{ connections: readonly Connection[]; close: () => Promise<void> }> {
  const tokens = createTokens(testSecret);
  const served = await Promise.all(
    parts.map(async (part) => {
      const server = createHttpServer(part, tokens);
      const origin = await server.listen({ port: 0, host: '127.0.0.1' });
      return { server, connection: connectRemotely(part.name, origin, tokens, 'gateway') };
    }),
  );
  return {
    connections: served.map(({ connection }) => connection),
    close: async () => {
      await Promise.all(served.map(({ connection }) => connection.close()));
      await Promise.all(served.map(({ server }) => server.close()));
    },
  };
}
