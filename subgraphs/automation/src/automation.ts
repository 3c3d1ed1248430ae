import { fileURLToPath } from 'node:url';
import { completedSdl } from '@ucp/kit/completed-sdl';
import { createDatabase, type Database, type Statement } from '@ucp/kit/database';
import { createFollower, type Follower } from '@ucp/kit/follower';
import { healthy, unwell } from '@ucp/kit/health';
import { type JournalPage, pageOf } from '@ucp/kit/journal';
import { createLocalJournal } from '@ucp/kit/local-journal';
import { migrate } from '@ucp/kit/migrate';
import { type CreateSubgraph, createAnswers, readSdl, schemaOf } from '@ucp/kit/subgraph';
import { track } from './actions/track.ts';
import { createAutomationReads } from './automation-reads.ts';
import { foldIdentity } from './ingest/fold-identity.ts';
import { trackDoor } from './ingest/track-door.ts';
import { createAutomationLoaders } from './loaders.ts';
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
export const createAutomation: CreateSubgraph = async ({ databaseUrl: url, clock, log, observe, supergraphSdl }) => {
  await migrate(url, [
    { name: 'kit', path: folder('../../kit/migrations') },
    { name: 'automation', path: folder('../migrations') },
  ]);
  const db = createDatabase({ url, clock, log, observe });
  const journal = createLocalJournal({ db, url, log, readAfter: (account) => journalAfter(db, account) });
  const { announce } = journal;
  const reads = createAutomationReads(db);
  const followers: Follower[] = [];
  const schemaFile = (name: string): string => readSdl(new URL(`../../../schema/${name}.graphql`, import.meta.url));
  // Filters in definitions of workflows have leaves of every part.
  const own = completedSdl(
    readSdl(new URL('../schema.graphql', import.meta.url)),
    supergraphSdl ?? schemaFile('supergraph'),
  );
  const answers = createAnswers({
    name: 'automation',
    schema: schemaOf(schemaFile('common'), own, resolvers),
    contextOf: (base) => ({
      ...base,
      db,
      reads,
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
    meet: ({ name: part, journal: peer }) => {
      // Whose an identifier is, identity says; of nobody else automation needs anything yet.
      if (part !== 'identity') return;
      followers.push(createFollower({ part, journal: peer, db, log, announce, fold: { writesOf: foldIdentity } }));
    },
    start: async () => {
      await journal.start();
      for (const follower of followers) follower.start();
    },
    stop: async () => {
      await journal.stop();
      await Promise.all(followers.map((follower) => follower.stop()));
      await db.close();
    },
  };
};
