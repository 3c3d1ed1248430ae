import { GraphQLError } from 'graphql';
import type { Caller } from '../caller.ts';
import { serviceScope } from '../caller.ts';
import { type Clock, createClock } from '../clock.ts';
import type { Connection } from '../connection.ts';
import { healthy } from '../health.ts';
import type { Journal } from '../journal.ts';
import { createLog } from '../log.ts';
import { createSecret } from '../secret.ts';
import type { CreateSubgraph, Subgraph } from '../subgraph.ts';
import { createTestDatabase } from './database.ts';

export const testSecret = createSecret('a secret that only tests are told, of some length');

export interface Answer {
  /** Plain JSON, in the shape of the test's own document. */
  readonly data: ReturnType<typeof JSON.parse>;
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
  /** SQL statements this answer cost, begin and commit included. */
  readonly statements: readonly string[];
}

/** One subgraph on a database of its own, asked as the gateway asks it. */
export interface TestPart {
  readonly subgraph: Subgraph;
  readonly clock: Clock;
  readonly databaseUrl: string;
  readonly ask: (query: string, variables?: Record<string, unknown>, caller?: Partial<Caller>) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** Every scope there is: what a test asks as, unless it says otherwise. */
export const everyScope = [
  'contacts:read',
  'contacts:write',
  'contacts:merge',
  'contacts:export',
  'compliance:read',
  'compliance:write',
  'consent:write',
  'pii:read',
  'sources:read',
  'sources:write',
  'settings:write',
  'keys:write',
  'imports:write',
  'messages:read',
  'messages:send',
  'templates:write',
  'senders:write',
  serviceScope,
];

/** Who asks in a test, of account 1 unless it says otherwise. */
export const testCaller = (caller: Partial<Caller> = {}): Caller => ({
  account: 1,
  actor: 'key:test',
  role: 'ADMIN',
  scopes: everyScope,
  requestId: 'test',
  origin: 'http://127.0.0.1',
  revs: {},
  ...caller,
});

const publicUrl = 'https://contacts.test';

/** A part of which nothing is asked but its journal. */
export const onlyJournal = (name: string, journal: Journal): Connection => ({
  name,
  journal,
  execute: async () => ({ errors: [new GraphQLError(`${name} answers nothing here`)] }),
  doors: async () => [],
  knock: async () => ({ status: 404, headers: {}, body: '' }),
  health: async () => healthy(name),
});

/** @param template name of the migrated database that this part's tests are copied from */
export async function createTestPart(template: string, create: CreateSubgraph): Promise<TestPart> {
  const log = createLog(template, 'silent');
  const clock = createClock();
  const database = await createTestDatabase({
    template,
    prepare: async (databaseUrl) => (await create({ databaseUrl, clock, secret: testSecret, log, publicUrl })).stop(),
  });
  const sent: string[] = [];
  const subgraph = await create({
    databaseUrl: database.url,
    clock,
    secret: testSecret,
    log,
    publicUrl,
    allowPrivateSenders: true,
    observe: (text) => sent.push(text),
  });
  return {
    subgraph,
    clock,
    databaseUrl: database.url,
    ask: async (query, variables = {}, caller = {}) => {
      sent.length = 0;
      const { data, errors = [] } = await subgraph.execute({ query, variables }, testCaller(caller));
      return {
        data: JSON.parse(JSON.stringify(data ?? null)),
        errors: errors.map(({ message, extensions }) => ({ message, code: extensions.code })),
        statements: [...sent],
      };
    },
    stop: async () => {
      await subgraph.stop();
      await database.drop();
    },
  };
}
