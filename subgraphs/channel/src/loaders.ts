import { alignMany } from '@ucp/kit/align';
import DataLoader from 'dataloader';
import type { Channel } from './channel.ts';
import type { ContactFacts } from './domain/facts.ts';
import { createSendLoaders, type SendLoaders } from './send-loaders.ts';
import type { ActivityCount } from './store/activity.ts';
import { type CampaignActivity, campaignActivity } from './store/campaigns.ts';
import { type AskedMessage, type MessagePlace, messagesOf } from './store/message-history.ts';
import type { SkippedEvent } from './store/source-counts.ts';

/** Reads of one request: all contacts asked share one statement for facts, and one for counts of each window. */
export interface ChannelLoaders extends SendLoaders {
  /** Null for a contact without an address on the channel. */
  readonly facts: DataLoader<number, ContactFacts | null>;
  /** The same with the sends before a past moment, which frequency caps count. */
  readonly factsAt: (contactNo: number, at: Date) => Promise<ContactFacts | null>;
  /** @param within ISO 8601 duration back from now; null: ever */
  readonly counts: (contactNo: number, within: string | null) => Promise<readonly ActivityCount[]>;
  /** What a source sent that is no activity here, the most frequent first. */
  readonly skipped: DataLoader<number, SkippedEvent[]>;
  /** How many events of a source wait for their address. */
  readonly unassigned: DataLoader<number, number>;
  /** By the campaign's name. */
  readonly campaign: DataLoader<string, CampaignActivity>;
  /** Newest first, behind a place; only of a campaign where one is named. */
  readonly messages: (
    contactNo: number,
    first: number,
    before: MessagePlace | null,
    campaign: string | null,
  ) => Promise<readonly AskedMessage[]>;
}

export function createChannelLoaders(channel: Channel, account: number): ChannelLoaders {
  const pages = new Map<string, DataLoader<number, readonly AskedMessage[]>>();
  const windows = new Map<string | null, DataLoader<number, readonly ActivityCount[]>>();
  const countsWithin = (within: string | null) =>
    new DataLoader<number, readonly ActivityCount[]>(async (contactNos) =>
      alignMany(contactNos, await channel.activity.countsOf(account, contactNos, within), (count) => count.asked),
    );
  const moments = new Map<number, DataLoader<number, ContactFacts | null>>();
  const factsBefore = (at: Date | null) =>
    new DataLoader<number, ContactFacts | null>(async (contactNos) => {
      const facts = await channel.profiles.factsOf(account, contactNos, at);
      return contactNos.map((contactNo) => facts.get(contactNo) ?? null);
    });
  return {
    ...createSendLoaders(channel, account),
    facts: factsBefore(null),
    factsAt: (contactNo, at) => {
      const loader = moments.get(at.getTime()) ?? factsBefore(at);
      moments.set(at.getTime(), loader);
      return loader.load(contactNo);
    },
    counts: (contactNo, within) => {
      const loader = windows.get(within) ?? countsWithin(within);
      windows.set(within, loader);
      return loader.load(contactNo);
    },
    skipped: new DataLoader(async (sourceNos) =>
      alignMany(sourceNos, await channel.skippedOf(account, sourceNos), ({ sourceNo }) => sourceNo),
    ),
    unassigned: new DataLoader(async (sourceNos) => {
      const counts = new Map((await channel.unassignedOf(account, sourceNos)).map((row) => [row.sourceNo, row.count]));
      return sourceNos.map((sourceNo) => counts.get(sourceNo) ?? 0);
    }),
    campaign: new DataLoader(async (names) => {
      const activity = await campaignActivity(channel.db, channel.kind, account, names);
      return names.map((name) => activity.get(name) ?? { messages: 0, counts: [], links: [] });
    }),
    messages: (contactNo, first, before, campaign) => {
      const key = JSON.stringify([first, before, campaign]);
      const page =
        pages.get(key) ??
        new DataLoader<number, readonly AskedMessage[]>(async (contactNos) =>
          alignMany(
            contactNos,
            await messagesOf(channel.db, channel.kind, account, contactNos, first, before, campaign),
            ({ asked }) => asked,
          ),
        );
      pages.set(key, page);
      return page.load(contactNo);
    },
  };
}
