import type { Caller } from '@ucp/kit/caller';
import { payloadOf } from '@ucp/kit/errors';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';
import DataLoader from 'dataloader';
import { type CampaignRow, campaignsBelow } from '../store/campaigns.ts';
import { segmentByNo } from '../store/segments.ts';
import type { CampaignChannels, CampaignRun } from './campaign-channels.ts';
import { campaignId } from './campaigns.ts';

/** How far campaigns are on their channels: all of one request in one question to each. Null where none of it is known. */
export type RunLoader = DataLoader<CampaignRow, CampaignRun | null, string>;

export const createRunLoader = (channels: CampaignChannels, caller: Caller): RunLoader =>
  new DataLoader(
    async (campaigns: readonly CampaignRow[]) => {
      const parts = [...new Set(campaigns.map(({ part }) => part))];
      const runs = new Map<string, CampaignRun>();
      await Promise.all(
        parts.map(async (part) => {
          const keys = campaigns.filter((campaign) => campaign.part === part).map(campaignId);
          for (const run of (await channels.runsOf(part, caller, keys)) ?? []) runs.set(run.key, run);
        }),
      );
      return campaigns.map((campaign) => runs.get(campaignId(campaign)) ?? null);
    },
    { cacheKeyFn: campaignId },
  );

/** Above every number of a campaign: the largest that its column holds. */
const aboveAll = 2_147_483_647;

const states = { SCHEDULED: 'SCHEDULED', HELD: 'PAUSED', CANCELED: 'CANCELED', FAILED: 'FAILED' } as const;

export const campaignResolvers = {
  CampaignSend: {
    id: campaignId,
    channel: ({ part }) => part.toUpperCase(),
    template: ({ message }) => message.template,
    topic: ({ message }) => message.topic,
    perMinute: ({ message }) => message.perMinute,
    segment: ({ segmentNo }, _args, { caller, db }) =>
      segmentNo === null ? null : segmentByNo({ query: db.read }, caller.account, segmentNo),
    state: async (campaign, _args, { loadRun }) =>
      campaign.state === 'BEGUN' ? ((await loadRun.load(campaign))?.state ?? null) : states[campaign.state],
    progress: (campaign, _args, { loadRun }) => (campaign.state === 'BEGUN' ? loadRun.load(campaign) : null),
  },
  CampaignProgress: {
    waiting: ({ state, unqueued, states: counts }) => countOf(counts, 'QUEUED') + (state === 'CANCELED' ? 0 : unqueued),
    sending: ({ states: counts }) => countOf(counts, 'CLAIMED') + countOf(counts, 'UNKNOWN'),
    sent: ({ states: counts }) => countOf(counts, 'SENT'),
    failed: ({ states: counts }) => countOf(counts, 'FAILED'),
    review: ({ states: counts }) => countOf(counts, 'REVIEW'),
    canceled: ({ state, unqueued, states: counts }) =>
      countOf(counts, 'CANCELED') + (state === 'CANCELED' ? unqueued : 0),
  },
  queries: {
    campaignSend: (_root, { id }, { caller, campaigns }) => campaigns.byId(caller, id),
    campaignSends: async (_root, page, { caller, db }) => {
      const size = pageSize(page.first);
      const [below = aboveAll] = decodeCursor('campaignSends', ['integer'], page.after) ?? [];
      return connectionOf(
        await campaignsBelow(db, caller.account, Number(below), size + 1),
        size,
        page.after,
        ({ campaignNo }) => encodeCursor('campaignSends', [campaignNo]),
        (campaign) => campaign,
      );
    },
  },
  mutations: {
    campaignSend: (_root, { input }, { caller, campaigns }) =>
      payloadOf(async () => {
        const audience = { segment: input.audience.segment, filter: objectOrNull(input.audience.filter) };
        return { campaign: await campaigns.send(caller, { ...input, audience }) };
      }),
    campaignPause: (_root, { id }, { caller, campaigns }) =>
      payloadOf(async () => ({ campaign: await campaigns.change(caller, id, 'Pause') })),
    campaignResume: (_root, { id }, { caller, campaigns }) =>
      payloadOf(async () => ({ campaign: await campaigns.change(caller, id, 'Resume') })),
    campaignCancel: (_root, { id }, { caller, campaigns }) =>
      payloadOf(async () => ({ campaign: await campaigns.change(caller, id, 'Cancel') })),
  },
} satisfies Resolvers & {
  readonly queries: Resolvers['Query'];
  readonly mutations: Resolvers['Mutation'];
};

const countOf = (counts: CampaignRun['states'], state: string): number =>
  counts.find((each) => each.state === state)?.count ?? 0;

const objectOrNull = (value: unknown) => (value === null || value === undefined ? null : Object(value));
