import { fileURLToPath } from 'node:url';
import { askingAsOf } from '@ucp/kit/caller';
import { type Clock, timeOf } from '@ucp/kit/clock';
import { completedSdl } from '@ucp/kit/completed-sdl';
import type { Connection } from '@ucp/kit/connection';
import { createDatabase } from '@ucp/kit/database';
import { healthy, unwell } from '@ucp/kit/health';
import { createLocalJournal } from '@ucp/kit/local-journal';
import type { Logger } from '@ucp/kit/log';
import { migrate } from '@ucp/kit/migrate';
import { partsOfGraph, readGraph } from '@ucp/kit/parts-of-graph';
import { createPreferenceLinks } from '@ucp/kit/preference-links';
import type { Secret } from '@ucp/kit/secret';
import { createExecute, createKnock, readSdl, schemaOf } from '@ucp/kit/subgraph';
import { limits } from '../limits.ts';
import { createActivitySource } from './activity-source.ts';
import { createCampaignChannels } from './campaigns/campaign-channels.ts';
import { createRunLoader } from './campaigns/campaign-resolvers.ts';
import { createCampaigns } from './campaigns/campaigns.ts';
import { createEngagementSource } from './engagement-source.ts';
import { exportDoors } from './export/doors.ts';
import { createFilters } from './filters/filters.ts';
import { createLeafSource } from './leaf-source.ts';
import { createDemandSame } from './resolved-contacts.ts';
import { resolvers } from './resolvers.ts';
import { createSchedule } from './schedule.ts';
import { createScoreLoader } from './scores/score-resolvers.ts';
import { createForget } from './segments/forget.ts';
import { createNews } from './segments/news.ts';
import { createMembersLoader } from './segments/segment-resolvers.ts';
import { createSegmentUsers } from './segments/segment-users.ts';
import { createSegments } from './segments/segments.ts';
import { createWatch } from './segments/watch.ts';
import { createProfileService } from './service.ts';
import { rulesSettled } from './store/rules.ts';
import { segmentJournal } from './store/segment-history.ts';
import { createTimelineLoader } from './timeline-loader.ts';
import { createViewLoaders } from './view-loaders.ts';

const hour = 3_600_000;

/** Its journal tells who came into segments and who left them. */
export interface Profile extends Connection {
  /** Begins campaigns when their time comes, and looks at segments, from now on. */
  readonly start: () => void;
  /** Does nothing by itself any more, and goes on answering: for as long as the parts it asks, and that ask it, end. */
  readonly rest: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ProfileOptions {
  readonly parts: readonly Pick<Connection, 'name' | 'execute' | 'journal'>[];
  readonly supergraphSdl: string;
  readonly databaseUrl: string;
  readonly clock: Clock;
  /** That of the parts: links that they sign are followed by the gateway. */
  readonly secret: Secret;
  readonly log: Logger;
  readonly observe?: ((text: string) => void) | undefined;
}

export const migrateProfile = (databaseUrl: string): Promise<void> =>
  migrate(databaseUrl, [
    { name: 'kit', path: fileURLToPath(new URL('../../../subgraphs/kit/migrations', import.meta.url)) },
    { name: 'profile', path: fileURLToPath(new URL('migrations', import.meta.url)) },
  ]);

/**
 * The subgraph inside the gateway: what is one only over all parts. It asks them by their graphs, found in the supergraph, and
 * keeps the account's own rules, score model and segments, in its database.
 */
export async function createProfile(options: ProfileOptions): Promise<Profile> {
  const { parts, supergraphSdl, databaseUrl, clock, secret, log, observe } = options;
  const links = createPreferenceLinks(secret);
  await migrateProfile(databaseUrl);
  const db = createDatabase({ url: databaseUrl, clock, log, observe });
  const supergraph = readGraph(supergraphSdl);
  const { withActivity, withLeaves, channels } = partsOfGraph(supergraph);
  const sources = parts
    .filter(({ name }) => withActivity.includes(name))
    .map((part) => ({ source: createActivitySource(part), isChannel: channels.includes(part.name) }));
  const service = createProfileService(
    db,
    createLeafSource(parts, supergraph),
    createEngagementSource(parts, supergraph),
    createDemandSame(parts, supergraph),
  );
  const filters = createFilters(service, (account) => rulesSettled(db, account));
  const campaignChannels = createCampaignChannels(parts, supergraph);
  const campaigns = createCampaigns({ db, clock, channels: campaignChannels, service, log });
  const journal = createLocalJournal({
    db,
    url: databaseUrl,
    log,
    readAfter: (...asked) => segmentJournal(db, ...asked),
  });
  const watch = createWatch({ db, service, log, announce: journal.announce });
  // Several at a time: an account whose parts answer late holds up no other.
  const looks = Array.from({ length: limits.looks.atOnce }, () => createSchedule('segments', watch.lookAtDue, log));
  const wakeLooks = () => {
    for (const look of looks) look.wake();
  };
  const segments = createSegments(db, service, createSegmentUsers(parts, supergraph), wakeLooks);
  const news = createNews({
    db,
    parts: parts.filter(({ name }) => withLeaves.includes(name)),
    log,
    brought: wakeLooks,
  });
  const schedules = [
    createSchedule('campaigns', () => campaigns.beginDue().then(() => null), log),
    createSchedule('changes of segments', createForget(db), log, hour),
    ...looks,
  ];
  const rest = async () => {
    await Promise.all([news.stop(), ...schedules.map((schedule) => schedule.stop())]);
  };
  const common = readSdl(new URL('../../../schema/common.graphql', import.meta.url));
  const own = completedSdl(readSdl(new URL('schema.graphql', import.meta.url)), supergraphSdl);
  const schema = schemaOf(common, own, resolvers);
  return {
    name: 'profile',
    ...createKnock(exportDoors({ parts, supergraph, schema, service, log })),
    execute: createExecute({
      schema,
      contextOf: (base) => ({
        ...base,
        db,
        service,
        preferencesPathOf: (contactId: string) =>
          links.preferencesPath(base.caller.account, { contactId }, timeOf(clock)),
        segments,
        rulesChanged: wakeLooks,
        filters,
        loadMembers: createMembersLoader((asked) => service.membersOfEach(base.caller, asked)),
        campaigns,
        loadRun: createRunLoader(campaignChannels, base.caller),
        loadTimeline: createTimelineLoader(sources, base.caller),
        loadScore: createScoreLoader((contactNos, model, at) =>
          service.scoresBy(askingAsOf(base.caller, at), contactNos, model),
        ),
        loadView: createViewLoaders(service, base.caller),
      }),
      followers: [],
      log,
    }),
    health: async () => {
      try {
        await db.pool.query('select 1');
      } catch {
        return unwell('profile', 'the database cannot be reached');
      }
      const behind = news.failing();
      return behind.length === 0
        ? healthy('profile')
        : { part: 'profile', ready: true, reason: `${behind.join(' and ')} cannot be followed at the moment` };
    },
    journal,
    start: () => {
      void journal.start();
      news.start();
      for (const schedule of schedules) schedule.start();
    },
    rest,
    stop: async () => {
      await rest();
      await journal.stop();
      await db.close();
    },
  };
}
