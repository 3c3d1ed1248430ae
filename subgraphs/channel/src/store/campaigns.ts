import type { Database, Statement } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { type ChannelKind, kindName } from '../channel-kind.ts';
import type { LinkClicks } from '../domain/message.ts';
import type { ActivityInsert } from './activity-log.ts';
import { isMachine, markJoin } from './machine-marks.ts';

/** A campaign that events named. Days are UTC. */
export interface CampaignRow {
  readonly name: string;
  readonly firstDay: Date;
  readonly lastDay: Date;
  readonly [column: string]: unknown;
}

/** What happened to the messages of a campaign. */
export interface CampaignActivity {
  readonly messages: number;
  readonly counts: readonly {
    readonly kind: string;
    readonly machine: boolean;
    readonly count: number;
    readonly addresses: number;
  }[];
  /** Clicks of people, most clicked first. */
  readonly links: readonly LinkClicks[];
}

/** How long before the first day on which events named the campaign an event of its messages may lie. */
export const slack = "interval '3 days'";

const days = `first_day::timestamp at time zone 'UTC' as "firstDay", last_day::timestamp at time zone 'UTC' as "lastDay"`;
const below: Statement = {
  name: 'campaigns_below',
  text: `/* campaigns_below */ select name, ${days} from campaign_seen
    where account_id = $1 and (last_day, name) < (coalesce($2::timestamptz, 'infinity')::date, $3::text)
    order by last_day desc, name desc limit $4`,
};
const named: Statement = {
  name: 'campaigns_by_name',
  text: `/* campaigns_by_name */ select name, ${days} from campaign_seen where account_id = $1 and name = any($2::text[])`,
};
/** Not every event of a message names its campaign: the messages are found first, then all that happened to them. */
const activity: Statement = {
  name: 'campaign_activity',
  text: `/* campaign_activity */
    with span as (select name, first_day::timestamp at time zone 'UTC' as since, (last_day + 1)::timestamp at time zone 'UTC' as until
      from campaign_seen where account_id = $1 and name = any($2::text[])),
    message as (select distinct s.name, a.address_no, a.message_id from span s join activity a on a.account_id = $1
      and a.at >= s.since and a.at < s.until and a.details ->> 'campaign' = s.name where a.message_id is not null),
    fact as (select m.name, a.kind, ${isMachine} as machine, a.address_no, a.at, a.details ->> 'url' as url
      from message m join span s using (name) join activity a on a.account_id = $1 and a.address_no = m.address_no
        and a.message_id = m.message_id and a.at >= s.since - ${slack}
      ${markJoin})
    select name, null::smallint as kind, false as machine, count(*) as count, 0::bigint as addresses, null as url, null::timestamptz as "lastAt"
      from message group by name
    union all
    select name, kind, machine, count(*), count(distinct address_no), null, max(at) from fact group by name, kind, machine
    union all
    select name, kind, false, count(*), 0, url, max(at) from fact where url is not null and not machine group by name, kind, url
    order by count desc, url`,
};

interface ActivityRow {
  readonly name: string;
  readonly kind: number | null;
  readonly machine: boolean;
  readonly count: number;
  readonly addresses: number;
  readonly url: string | null;
  readonly lastAt: Date;
  readonly [column: string]: unknown;
}

/** Newest day first, then by name backwards, behind a place. */
export const campaignsBelow = (
  db: Database,
  account: number,
  before: { readonly lastDay: Date; readonly name: string } | null,
  first: number,
): Promise<CampaignRow[]> => db.read<CampaignRow>(below, [account, before?.lastDay ?? null, before?.name ?? '', first]);

/** No order; names nobody used are absent. */
export const campaignsByName = (db: Database, account: number, names: readonly string[]): Promise<CampaignRow[]> =>
  db.read<CampaignRow>(named, [account, names]);

/** By name. */
export async function campaignActivity(
  db: Database,
  channel: ChannelKind,
  account: number,
  names: readonly string[],
): Promise<Map<string, CampaignActivity>> {
  const rows = await db.read<ActivityRow>(activity, [account, names]);
  return new Map(
    names.map((name) => {
      const own = rows.filter((row) => row.name === name);
      const counts = own.flatMap(({ kind, url, machine, count, addresses }) =>
        kind === null || url !== null ? [] : [{ kind: kindName(channel, kind), machine, count, addresses }],
      );
      const links = own.flatMap(({ kind, url, count, lastAt }) =>
        url === null || kind === null || kindName(channel, kind) !== 'CLICK' ? [] : [{ url, clicks: count, lastAt }],
      );
      return [name, { messages: own.find(({ kind }) => kind === null)?.count ?? 0, counts, links }];
    }),
  );
}

/** Notes the campaigns that rows name and the days on which they do; null when they name none. Writes only what is news. */
export function campaignWrite(account: number, rows: readonly ActivityInsert[]): JournalWrite | null {
  const seen = new Map<string, { first: Date; last: Date }>();
  for (const { at, details } of rows) {
    const { campaign } = details;
    if (typeof campaign !== 'string' || campaign === '') continue;
    const known = seen.get(campaign);
    if (known === undefined) seen.set(campaign, { first: at, last: at });
    else if (at < known.first) known.first = at;
    else if (at > known.last) known.last = at;
  }
  if (seen.size === 0) return null;
  // One order for all writers: two batches that name the same campaigns never wait for each other in a circle.
  const names = [...seen.keys()].sort();
  return {
    name: 'campaigns',
    text: `insert into campaign_seen as known (account_id, name, first_day, last_day)
      select $1::int, c.name, (c.first at time zone 'UTC')::date, (c.last at time zone 'UTC')::date
      from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as c(name, first, last) order by c.name
      on conflict (account_id, name) do update set first_day = least(known.first_day, excluded.first_day),
        last_day = greatest(known.last_day, excluded.last_day)
      where known.first_day > excluded.first_day or known.last_day < excluded.last_day`,
    values: [account, names, names.map((name) => seen.get(name)?.first), names.map((name) => seen.get(name)?.last)],
  };
}
