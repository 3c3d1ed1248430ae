import { type Clock, timeOf } from '@ucp/kit/clock';
import type pg from 'pg';

/** A question put to both: the filter, or the score, and ways to write it in SQL, of which the fastest counts. */
export interface Question {
  readonly name: string;
  /** Null: the hundred highest scores. */
  readonly filter: object | null;
  readonly sql: readonly string[];
}

const did = (channel: string, kinds: readonly string[], within: string, atLeast = 1) => ({
  [channel]: { did: [{ kinds, within, atLeast }] },
});

const silentEmail = "select contact_no from email_event where type in (2, 3) and at >= $now - interval '60 days'";
const silentSms = "select contact_no from sms_event where type in (12, 13) and at >= $now - interval '60 days'";
const opened = "select contact_no from email_event where type = 2 and at >= $now - interval '30 days'";

const once = (points: number, table: string, type: number, days: number | null, atLeast = 1) =>
  `select contact_no, ${points}::float8 as points from ${table} where type = ${type}${days === null ? '' : ` and at >= $now - interval '${days} days'`}
    group by 1${atLeast === 1 ? '' : ` having count(*) >= ${atLeast}`}`;

/** `$now` stands for the moment asked, a whole second, so that both can be asked about the same one. */
const at = (sql: string, moment: Date): string => sql.replaceAll('$now', `'${moment.toISOString()}'::timestamptz`);

/** The second that the clock is in; questions and the peer are on one machine, and have one time. */
export const secondOf = (clock: Clock): Date => new Date(Math.floor(timeOf(clock).getTime() / 1_000) * 1_000);

/** Eight rules that count once, and one that counts each time, by the days it has left. */
const scoreSql = `with points as (${[
  once(5, 'email_event', 3, 7),
  once(3, 'email_event', 2, 30),
  once(8, 'email_event', 2, 90, 5),
  once(-20, 'email_event', 5, null),
  once(-10, 'email_event', 4, 180),
  once(10, 'sms_event', 13, 30),
  once(4, 'sms_event', 12, 30),
  "select contact_no, 15 from contact where plan = 'pro'",
  `select contact_no, least(15, sum(3 * (30 - floor(extract(epoch from $now - date_trunc('second', at)) / 86400)) / 30))::float8 from email_event
    where type = 3 and at >= $now - interval '30 days' group by 1`,
].join(' union all ')})
  select c.contact_no as no, coalesce(p.points, 0) as total from contact c left join (select contact_no, sum(points) as points from points group by 1) p
    using (contact_no) order by 2 desc, 1 limit 100`;

const rule = (name: string, points: number, when: object, more: object = {}) => ({
  name,
  part: 'ACTIONS',
  points,
  when,
  ...more,
});

export const scoreRules: readonly object[] = [
  rule('clicked', 5, did('email', ['CLICK'], 'P7D')),
  rule('opened', 3, did('email', ['OPEN'], 'P30D')),
  rule('opened often', 8, did('email', ['OPEN'], 'P90D', 5)),
  rule('unsubscribed', -20, { email: { did: [{ kinds: ['UNSUBSCRIBE'] }] } }),
  rule('bounced', -10, did('email', ['HARD_BOUNCE'], 'P180D')),
  rule('replied', 10, did('sms', ['REPLY'], 'P30D')),
  rule('clicked in a text', 4, did('sms', ['CLICK'], 'P30D')),
  { ...rule('on pro', 15, { field: { key: 'plan', equals: 'pro' } }), part: 'DEMOGRAPHICS' },
  rule(
    'clicks',
    3,
    { email: { did: [{ kinds: ['CLICK'], within: 'P30D' }] } },
    { perInstance: true, cap: 15, decayOver: 'P30D' },
  ),
];

export const questions: readonly Question[] = [
  {
    name: 'A: nothing on either channel for 60 days',
    filter: { not: { any: [did('email', ['OPEN', 'CLICK'], 'P60D'), did('sms', ['CLICK', 'REPLY'], 'P60D')] } },
    sql: [
      `select count(*) from contact c left join (select distinct contact_no from (${silentEmail} union all ${silentSms}) u) x using (contact_no) where x.contact_no is null`,
      `select count(*) from contact c where not exists (${silentEmail} and contact_no = c.contact_no) and not exists (${silentSms} and contact_no = c.contact_no)`,
      `select (select count(*) from contact) - (select count(distinct contact_no) from (${silentEmail} union all ${silentSms}) u)`,
    ],
  },
  {
    name: 'B: clicked an email and replied to a text in 7 days',
    filter: { all: [did('email', ['CLICK'], 'P7D'), did('sms', ['REPLY'], 'P7D')] },
    sql: [
      `select count(*) from (select contact_no from email_event where type = 3 and at >= $now - interval '7 days'
        intersect select contact_no from sms_event where type = 13 and at >= $now - interval '7 days') x`,
      `select count(*) from (select distinct contact_no from sms_event where type = 13 and at >= $now - interval '7 days') s
        where exists (select 1 from email_event e where e.contact_no = s.contact_no and e.type = 3 and e.at >= $now - interval '7 days')`,
    ],
  },
  {
    name: 'C: three opens in 30 days and a city',
    filter: { all: [did('email', ['OPEN'], 'P30D', 3), { field: { key: 'city', equals: 'city7' } }] },
    sql: [
      `select count(*) from (${opened} group by 1 having count(*) >= 3) x join contact c using (contact_no) where c.city = 'city7'`,
      `select count(*) from contact c where c.city = 'city7' and (select count(*) from (select 1 from email_event e where e.contact_no = c.contact_no
        and e.type = 2 and e.at >= $now - interval '30 days' limit 3) z) >= 3`,
    ],
  },
  { name: 'D: everybody scored by nine rules, the highest 100', filter: null, sql: [scoreSql] },
];

/** Median of the warm runs of the fastest way to write it, in milliseconds. */
export async function timePeer(client: pg.Client, { sql }: Question, runs: number, clock: Clock): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (const text of sql) {
    const times: number[] = [];
    for (let run = 0; run <= runs; run++) {
      const began = performance.now();
      await client.query(at(text, secondOf(clock)));
      const took = performance.now() - began;
      if (run > 0) times.push(took);
      // One that is hopeless is not waited for again and again.
      if (took > 5 * best) break;
    }
    if (times.length > 0) best = Math.min(best, medianOf(times));
  }
  return best;
}

/** What the peer answers about a moment. */
export async function askPeer(client: pg.Client, { sql }: Question, moment: Date): Promise<readonly object[]> {
  const { rows } = await client.query(at(sql[0] ?? '', moment));
  return rows;
}

export const medianOf = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
