import { fileURLToPath } from 'node:url';
import { completedSdl } from '@ucp/kit/completed-sdl';
import type { Connection } from '@ucp/kit/connection';
import { createDatabase, type Database, type Statement } from '@ucp/kit/database';
import { createFollower, type Follower } from '@ucp/kit/follower';
import { healthy, unwell } from '@ucp/kit/health';
import { ensureJobs } from '@ucp/kit/jobs/job-tables';
import { type JournalPage, pageOf } from '@ucp/kit/journal';
import { createLocalJournal } from '@ucp/kit/local-journal';
import { migrate } from '@ucp/kit/migrate';
import { type CreateSubgraph, createAnswers, readSdl, schemaOf } from '@ucp/kit/subgraph';
import { createEndpoints } from './actions/endpoints.ts';
import { track } from './actions/track.ts';
import { createAutomationReads } from './automation-reads.ts';
import type { Context } from './context.ts';
import { createDefinitions } from './definitions.ts';
import { createEngine } from './engine/engine.ts';
import { foldIdentity, identityKinds } from './ingest/fold-identity.ts';
import { trackDoor } from './ingest/track-door.ts';
import { createAutomationLoaders } from './loaders.ts';
import { absentPeers } from './peers/absent-peers.ts';
import { createPast } from './peers/create-past.ts';
import type { Peers } from './peers/peers.ts';
import { createRehearsals } from './rehearsal/rehearsals.ts';
import { resolvers } from './resolvers.ts';

const folder = (url: string): string => fileURLToPath(new URL(url, import.meta.url));

const head: Statement = {
  name: 'journal_head',
  text: '/* journal_head */ select rev from journal_head where account_id = $1',
};

/** Nobody reacts to automation yet: its journal tells how far it is, and no entries. */
async function journalAfter(db: Database, account: number): Promise<JournalPage> {
  const [row] = await db.read<{ rev: number }>(head, [account]);
  return pageOf([], row?.rev ?? 0);
}

/** The automation subgraph: behaviour, workflows with who went through them, the messages they triggered, and campaigns. */
export const createAutomation: CreateSubgraph = async (options) => {
  const { databaseUrl: url, clock, log, observe, secret, supergraphSdl } = options;
  await migrate(url, [
    { name: 'kit', path: folder('../../kit/migrations') },
    { name: 'automation', path: folder('../migrations') },
  ]);
  const db = createDatabase({ url, clock, log, observe });
  await ensureJobs(db, url);
  const journal = createLocalJournal({ db, url, log, readAfter: (account) => journalAfter(db, account) });
  const { announce } = journal;
  const reads = createAutomationReads(db);
  const endpoints = createEndpoints({ db, secret, allowPrivate: options.allowPrivateSenders === true });
  const followers: Follower[] = [];
  const schemaFile = (name: string): string => readSdl(new URL(`../../../schema/${name}.graphql`, import.meta.url));
  const supergraph = supergraphSdl ?? schemaFile('supergraph');
  // Filters in definitions of workflows have leaves of every part.
  const own = completedSdl(readSdl(new URL('../schema.graphql', import.meta.url)), supergraph);
  const met = new Map<string, Connection>();
  const peers: Peers = absentPeers;
  const engine = createEngine({
    db,
    url,
    peers,
    definitions: createDefinitions(db),
    endpoints,
    notices: options.notices ?? null,
    allowPrivate: options.allowPrivateSenders === true,
    log,
    announce,
  });
  const rehearse = createRehearsals(db, peers.people, createPast(met, supergraph));
  const answers = createAnswers<Context>({
    name: 'automation',
    schema: schemaOf(schemaFile('common'), own, resolvers),
    contextOf: (base) => ({
      ...base,
      db,
      reads,
      endpoints,
      peers,
      startNow: engine.startNow,
      rehearse: (workflow, over) => rehearse(base.caller.account, workflow, over),
      announce,
      load: createAutomationLoaders(db, base.caller.account),
      refresh: async () => {
        for (const follower of followers) await follower.refresh(base.caller.account);
      },
    }),
    doors: [
      trackDoor(async (account, events) => {
        const tracked = await track(db, account, events);
        announce();
        return tracked;
      }),
    ],
    journal,
    followers,
    health: () =>
      db.pool.query('select 1').then(
        () => healthy('automation'),
        () => unwell('automation', 'the database cannot be reached'),
      ),
    log,
  });
  return {
    ...answers,
    meet: (connection) => {
      const { name: part, journal: peer } = connection;
      met.set(part, connection);
      // Whose an identifier is, identity says; of nobody else automation needs anything yet.
      if (part !== 'identity') return;
      followers.push(
        createFollower({
          part,
          journal: peer,
          kinds: identityKinds,
          db,
          log,
          announce,
          fold: { writesOf: foldIdentity },
        }),
      );
    },
    start: async () => {
      await journal.start();
      for (const follower of followers) follower.start();
      engine.start();
    },
    stop: async () => {
      await engine.stop();
      await journal.stop();
      await Promise.all(followers.map((follower) => follower.stop()));
      await db.close();
    },
  };
};
