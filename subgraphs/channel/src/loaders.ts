import { alignMany } from '@ucp/kit/align';
import type { BaseContext } from '@ucp/kit/subgraph';
import DataLoader from 'dataloader';
import type { Channel } from './channel.ts';
import { type ActivityCount, type ActivityHistory, countsWithin } from './domain/activity-history.ts';
import type { ContactFacts } from './domain/facts.ts';
import { createSendLoaders, type SendLoaders } from './send-loaders.ts';
import type { ActivityRow } from './store/activity.ts';
import { type CampaignActivity, campaignActivity } from './store/campaigns.ts';
import { type AskedMessage, type MessagePlace, messagesOf } from './store/message-history.ts';
import type { SkippedEvent } from './store/source-counts.ts';

/** Reads of one request. What profiles are made of is read with what others ask at the same time, and once for a client's query. */
export interface ChannelLoaders extends SendLoaders {
  /** Null for a contact without an address on the channel. */
  readonly facts: (contactNo: number) => Promise<ContactFacts | null>;
  /** When everything happened; null for a contact the channel does not know. */
  readonly history: (contactNo: number) => Promise<ActivityHistory | null>;
  /** A first page of what happened and one more, newest first. */
  readonly newest: (contactNo: number) => Promise<readonly ActivityRow[]>;
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

/** Who asks, and is told which merges were known. */
export type Reading = Pick<BaseContext, 'caller' | 'mutates' | 'asOf'>;

export function createChannelLoaders(channel: Channel, asking: Reading): ChannelLoaders {
  const { account } = asking.caller;
  const ask = channel.profileReads(asking);
  const read: typeof ask = async (list, contactNo) => {
    const found = await ask(list, contactNo);
    asking.asOf.note(found.asOf);
    return found;
  };
  const history = async (contactNo: number) => (await read('history', contactNo)).history.get(contactNo) ?? null;
  const pages = new Map<string, DataLoader<number, readonly AskedMessage[]>>();
  const moments = new Map<number, DataLoader<number, ContactFacts | null>>();
  const factsBefore = (at: Date) =>
    new DataLoader<number, ContactFacts | null>(async (contactNos) => {
      const facts = await channel.profiles.factsOf(account, contactNos, at);
      return contactNos.map((contactNo) => facts.get(contactNo) ?? null);
    });
  return {
    ...createSendLoaders(channel, account),
    facts: async (contactNo) => (await read('facts', contactNo)).facts.get(contactNo) ?? null,
    history,
    newest: async (contactNo) => (await read('newest', contactNo)).newest.get(contactNo) ?? [],
    factsAt: (contactNo, at) => {
      const loader = moments.get(at.getTime()) ?? factsBefore(at);
      moments.set(at.getTime(), loader);
      return loader.load(contactNo);
    },
    counts: async (contactNo, within) => {
      const known = await history(contactNo);
      return known === null ? [] : countsWithin(known, within);
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
