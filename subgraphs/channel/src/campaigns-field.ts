import { type Connection, connectionOf, decodeCursor, encodeCursor, type PageArguments, pageSize } from '@ucp/kit/page';
import type { Channel } from './channel.ts';
import { type CampaignActivity, type CampaignRow, campaignsBelow, campaignsByName } from './store/campaigns.ts';

/** A page of the campaigns that events named, the one with the newest event first. */
export async function campaignPage(
  channel: Channel,
  account: number,
  page: PageArguments,
): Promise<Connection<CampaignRow>> {
  const list = `${channel.kind.name.toLowerCase()}Campaigns`;
  const size = pageSize(page.first);
  const place = decodeCursor(list, ['moment', 'string'], page.after);
  const before = place === null ? null : { lastDay: new Date(Number(place[0])), name: String(place[1]) };
  const rows = await campaignsBelow(channel.db, account, before, size + 1);
  return connectionOf(
    rows,
    size,
    page.after,
    ({ lastDay, name }) => encodeCursor(list, [lastDay.getTime(), name]),
    (row) => row,
  );
}

/** Null when no event named it. */
export const campaignNamed = async (channel: Channel, account: number, name: string): Promise<CampaignRow | null> =>
  (await campaignsByName(channel.db, account, [name]))[0] ?? null;

/** How often kinds happened to a campaign's messages, by people and machines. */
export const timesIn = ({ counts }: CampaignActivity, kind: string, machine: boolean): number =>
  counts.find((count) => count.kind === kind && count.machine === machine)?.count ?? 0;

/** At how many addresses people did something. */
export const addressesIn = ({ counts }: CampaignActivity, kind: string): number =>
  counts.find((count) => count.kind === kind && !count.machine)?.addresses ?? 0;
