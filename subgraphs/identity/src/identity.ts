import { fileURLToPath } from 'node:url';
import { createDatabase } from '@ucp/kit/database';
import { createFollower, type Follower } from '@ucp/kit/follower';
import { healthy, unwell } from '@ucp/kit/health';
import { createLocalJournal } from '@ucp/kit/local-journal';
import { migrate } from '@ucp/kit/migrate';
import { once } from '@ucp/kit/once';
import { type CreateSubgraph, createAnswers, readSdl, schemaOf } from '@ucp/kit/subgraph';
import { createDryRuns } from './actions/dry-run.ts';
import { importBatch } from './actions/import-batch.ts';
import { type AskAudience, createAudienceIndex } from './audience-index/audience-index.ts';
import { createIdentityActions, type IdentityActions } from './identity-actions.ts';
import { createIdentityReads, type IdentityReads } from './identity-reads.ts';
import { channelKinds, foldChannel } from './ingest/fold-channels.ts';
import { importDoors } from './ingest/import-doors.ts';
import { createImportWorker } from './ingest/import-worker.ts';
import { createIdentityLoaders, createReadProfiles } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { failAbandoned } from './store/import-control.ts';
import { journalAfter } from './store/journal.ts';

export interface Identity {
  readonly reads: IdentityReads;
  readonly actions: IdentityActions;
  readonly askAudience: AskAudience;
}

const folder = (url: string): string => fileURLToPath(new URL(url, import.meta.url));

/** The identity subgraph: contacts, what identifies them, their fields and legal state, accounts and keys, and imports. */
export const createIdentity: CreateSubgraph = async ({ databaseUrl: url, clock, log, audienceIndexBytes, observe }) => {
  await migrate(url, [
    { name: 'kit', path: folder('../../kit/migrations') },
    { name: 'identity', path: folder('../migrations') },
  ]);
  const db = createDatabase({ url, clock, log, observe });
  const journal = createLocalJournal({ db, url, log, readAfter: (...asked) => journalAfter(db, ...asked) });
  const { announce } = journal;
  const identity: Identity = {
    reads: createIdentityReads(db),
    actions: createIdentityActions(db, announce),
    askAudience: createAudienceIndex(db, audienceIndexBytes),
  };
  const readProfiles = createReadProfiles(db);
  const followers: Follower[] = [];
  const worker = createImportWorker(async () => {
    const worked = await importBatch(db);
    if (worked) announce();
    else await db.transaction(failAbandoned);
    return worked;
  }, log);
  const dryRuns = createDryRuns(db);
  const rehearsal = createImportWorker(dryRuns.batch, log);
  const common = readSdl(new URL('../../../schema/common.graphql', import.meta.url));
  const answers = createAnswers({
    name: 'identity',
    schema: schemaOf(common, readSdl(new URL('../schema.graphql', import.meta.url)), resolvers),
    contextOf: (base) => ({ ...base, identity, load: createIdentityLoaders(db, readProfiles, base) }),
    doors: importDoors(db, () => {
      worker.wake();
      rehearsal.wake();
    }),
    journal,
    // What channels introduced is folded in the background only: no answer of identity waits for a channel.
    followers: [],
    health: async () => {
      try {
        await db.pool.query('select 1');
      } catch {
        return unwell('identity', 'the database cannot be reached');
      }
      const behind = followers.filter((follower) => follower.failingSince() !== null).map(({ part }) => part);
      return behind.length === 0
        ? healthy('identity')
        : { part: 'identity', ready: true, reason: `${behind.join(' and ')} cannot be followed at the moment` };
    },
    log,
  });
  const rest = once(async () => {
    await Promise.all([
      worker.stop(),
      rehearsal.stop().then(dryRuns.close),
      ...followers.map((follower) => follower.stop()),
    ]);
  });
  return {
    ...answers,
    meet: ({ name: part, journal: peer }) => {
      // Profile keeps rules, and no addresses.
      if (part === 'profile') return;
      followers.push(
        createFollower({
          part,
          journal: peer,
          kinds: channelKinds,
          db,
          log,
          announce,
          fold: { decide: foldChannel(part) },
        }),
      );
    },
    start: async () => {
      await journal.start();
      for (const follower of followers) follower.start();
      worker.start();
      rehearsal.start();
    },
    rest,
    stop: async () => {
      await rest();
      await journal.stop();
      await db.close();
    },
  };
};
