import { fileURLToPath } from 'node:url';
import { completedSdl } from '@ucp/kit/completed-sdl';
import type { Connection } from '@ucp/kit/connection';
import { createDatabase } from '@ucp/kit/database';
import { healthy, unwell } from '@ucp/kit/health';
import { ensureJobs } from '@ucp/kit/jobs/job-tables';
import { createLocalJournal } from '@ucp/kit/local-journal';
import { migrate } from '@ucp/kit/migrate';
import { once } from '@ucp/kit/once';
import { type CreateSubgraph, createAnswers, readSdl, schemaOf } from '@ucp/kit/subgraph';
import { createEndpoints } from './actions/endpoints.ts';
import { createTrack } from './actions/track.ts';
import { createAutomationReads } from './automation-reads.ts';
import type { Context } from './context.ts';
import { createDefinitions } from './definitions.ts';
import { createEngine } from './engine/engine.ts';
import { createListening } from './ingest/listening.ts';
import { trackDoor } from './ingest/track-door.ts';
import { createAutomationLoaders, createReadRecords } from './loaders.ts';
import { createPast } from './peers/create-past.ts';
import { createPeers } from './peers/create-peers.ts';
import { createRehearsals } from './rehearsal/rehearsals.ts';
import { resolvers } from './resolvers.ts';
import { journalAfter } from './store/journal.ts';

const folder = (url: string): string => fileURLToPath(new URL(url, import.meta.url));

/** The automation subgraph: behaviour, workflows with who went through them, the messages they triggered, and campaigns. */
export const createAutomation: CreateSubgraph = async (options) => {
  const { databaseUrl: url, clock, log, observe, secret, supergraphSdl } = options;
  await migrate(url, [
    { name: 'kit', path: folder('../../kit/migrations') },
    { name: 'automation', path: folder('../migrations') },
  ]);
  const db = createDatabase({ url, clock, log, observe });
  await ensureJobs(url);
  const journal = createLocalJournal({ db, url, log, readAfter: (...asked) => journalAfter(db, ...asked) });
  const { announce } = journal;
  const reads = createAutomationReads(db);
  const readRecords = createReadRecords(db);
  const track = createTrack({ db, announce });
  const endpoints = createEndpoints({ db, secret, allowPrivate: options.allowPrivateSenders === true });
  const schemaFile = (name: string): string => readSdl(new URL(`../../../schema/${name}.graphql`, import.meta.url));
  const supergraph = supergraphSdl ?? schemaFile('supergraph');
  // Filters in definitions of workflows have leaves of every part.
  const own = completedSdl(readSdl(new URL('../schema.graphql', import.meta.url)), supergraph);
  const met = new Map<string, Connection>();
  const peers = createPeers(met, supergraph);
  const definitions = createDefinitions(db);
  const listening = createListening({ db, log, journal, definitions, peers, announce });
  const engine = createEngine({
    db,
    url,
    peers,
    definitions,
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
      track,
      rehearse: (workflow, over) => rehearse(base.caller.account, workflow, over),
      announce,
      load: createAutomationLoaders(db, readRecords, base),
      refresh: async () => {
        for (const follower of listening.known) await follower.refresh(base.caller.account);
      },
    }),
    doors: [trackDoor(track)],
    journal,
    followers: listening.known,
    health: async () => {
      try {
        await db.pool.query('select 1');
      } catch {
        return unwell('automation', 'the database cannot be reached');
      }
      const behind = listening.failing();
      return behind.length === 0
        ? healthy('automation')
        : { part: 'automation', ready: true, reason: `${behind.join(' and ')} cannot be followed at the moment` };
    },
    log,
  });
  const rest = once(async () => {
    await engine.stop();
    await listening.stop();
  });
  return {
    ...answers,
    meet: (peer) => {
      met.set(peer.name, peer);
      listening.meet(peer);
    },
    start: async () => {
      await journal.start();
      listening.start();
      engine.start();
    },
    rest,
    stop: async () => {
      await rest();
      await journal.stop();
      await db.close();
    },
  };
};
