import { withinWindow } from '@ucp/kit/window';
import { slack } from './campaigns.ts';
import { isMachine, markJoin, markJoinUntil } from './machine-marks.ts';

/**
 * What statements about conditions `did` are made of: the conditions are `d`, the events that count for them `a`. They take the values
 * of `didValues` first, $1 to $15.
 */
export interface DoneSql {
  /** Common table expressions, to stand behind the word `with`. */
  readonly ctes: string;
  /** The conditions and the events that count, to stand behind the word `from`. */
  readonly events: string;
}

/** As the ledgers are, or in a state that they may be ahead of: SQL of its rev. */
type Known = { readonly rev: string } | null;

const conditions = `did as (
      select d.*, coalesce(to_timestamp(d.since), '-infinity') as after, coalesce(to_timestamp(d.until), 'infinity') as before
      from unnest($2::int[], $3::text[], $4::float8[], $5::float8[], $6::int[], $7::int[], $8::boolean[], $9::text[], $10::text[],
        $11::text[], $12::text[], $13::text[]) with ordinality
        as d(kinds, within, since, until, at_least, at_most, machine, key, value, message, campaign, link, no))`;

/** Kinds are few: one bit each. */
const happened = `(d.kinds & (1 << a.kind)) <> 0 and ${withinWindow({ at: 'a.at', within: 'd.within', offset: '$14', moment: '$15' })}
      and a.at >= d.after and a.at < d.before and (d.key is null or a.details ->> d.key = d.value)
      and (d.message is null or a.message_id = d.message) and (d.link is null or a.details ->> 'url' = d.link)`;

const isKnown = (row: string, known: Known): string => (known === null ? 'true' : `${row}.rev <= ${known.rev}`);
const marks = (known: Known): string => (known === null ? markJoin : markJoinUntil(known.rev));
const byPeople = `(d.machine or not ${isMachine})`;

/** Conditions and events, of the whole account or of addresses, those of machines among them. */
const ofAll = (known: Known): string =>
  `did d join activity a on a.account_id = $1 and ${isKnown('a', known)} and ${happened} ${marks(known)}`;
const ofOwn = (own: string, known: Known): string =>
  `${own} join activity a on a.account_id = $1 and a.address_no = ${own}.address_no and ${isKnown('a', known)} join did d on ${happened} ${marks(known)}`;

/** Of the whole account, where no condition names a campaign. */
export const doneByAll = (known: Known): DoneSql => ({
  ctes: conditions,
  events: `${ofAll(known)} where ${byPeople}`,
});

/** The same of some addresses. @param own table of their numbers, `address_no` */
export const doneAt = (own: string, known: Known): DoneSql => ({
  ctes: conditions,
  events: `${ofOwn(own, known)} where ${byPeople}`,
});

/** Of the whole account, where all conditions name a campaign. */
export const doneByAllOfCampaigns = (known: Known): DoneSql =>
  ofCampaigns(ofAll(known), 'activity m on m.account_id = $1', known);

/** The same of some addresses: their messages are found by them, as they are mostly a few. */
export const doneAtOfCampaigns = (own: string, known: Known): DoneSql =>
  ofCampaigns(
    ofOwn(own, known),
    `lateral (select e.* from ${own} join activity e on e.account_id = $1 and e.address_no = ${own}.address_no
        and e.at >= s.first and e.at < s.until offset 0) m on true`,
    known,
  );

/**
 * Not every event of a message names its campaign, as in `campaign_activity`: the messages are found first. To look by address for
 * what happened to each takes longer than to pass over all that happened since the campaign: 20 s against 4, with 100,000 messages and
 * 6M events. An index by campaign took 0.4 s off that, and every event that names one would have to pay for it.
 * @param messages SQL of a join: events `m` among which those that name the campaign are looked for
 */
function ofCampaigns(events: string, messages: string, known: Known): DoneSql {
  return {
    ctes: `${conditions},
    seen as materialized (select name, first_day::timestamp at time zone 'UTC' as first, (last_day + 1)::timestamp at time zone 'UTC' as until
      from campaign_seen where account_id = $1 and name in (select campaign from did)),
    campaign_message as materialized (select distinct s.name as campaign, m.address_no, m.message_id, s.first - ${slack} as since
      from seen s join ${messages} and m.at >= s.first and m.at < s.until and m.details ->> 'campaign' = s.name and ${isKnown('m', known)}
      where m.message_id is not null)`,
    events: `${events} left join campaign_message m on m.campaign = d.campaign and m.address_no = a.address_no
        and m.message_id = a.message_id and a.at >= m.since
      where ${byPeople} and a.at >= (select min(first) - ${slack} from seen)
        and (a.details ->> 'campaign' = d.campaign or m.campaign is not null)`,
  };
}
