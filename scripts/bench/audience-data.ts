import { serviceCaller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import pg from 'pg';

/** How many of each there are, and the moment everything is counted back from. */
export interface Extent {
  readonly contacts: number;
  readonly emailEvents: number;
  readonly smsEvents: number;
  readonly until: Date;
}

/** Rows made by one statement, so that progress is seen. */
const chunk = 1_000_000;

/**
 * Chance that is the same in every database: a number from 0 to 1 out of two others. PostgreSQL's own generator would give the
 * owners and the peer different events.
 */
const chance = `create or replace function chance(i bigint, seed bigint) returns float8 language sql immutable parallel safe as
  $$ select (hashint8extended(i, seed) & 1152921504606846975)::float8 / 1152921504606846976.0 $$`;

/** Few contacts have most of the activity. */
const contactOf = (extent: Extent, seed: number) => `1 + floor(${extent.contacts} * power(chance(i, ${seed}), 2))::int`;
const momentOf = (extent: Extent, events: number) =>
  `'${extent.until.toISOString()}'::timestamptz - interval '365 days' * (1 - i::float8 / ${events})`;
/** @param kinds upper bounds of the chance, with the number of the kind */
const kindOf = (seed: number, kinds: readonly (readonly [number, number])[]) =>
  `case ${kinds.map(([below, kind]) => `when r.r < ${below} then ${kind}`).join(' ')} end from (select i, chance(i, ${seed}) as r
    from generate_series($1::bigint, $2::bigint) as i) r`;

/** Shares of delivered, opened, clicked, bounced, unsubscribed and complained; of delivered, clicked, replied, failed and stopped. */
const emailShares = [0.6, 0.88, 0.965, 0.985, 0.998, 2];
const smsShares = [0.75, 0.86, 0.93, 0.99, 2];
const numbered = (shares: readonly number[], kinds: readonly number[]) =>
  shares.map((below, i) => [below, kinds[i] ?? 0] as const);

async function fill(client: pg.Client, name: string, rows: number, insert: string): Promise<void> {
  for (let from = 1; from <= rows; from += chunk) {
    await client.query(insert, [from, Math.min(rows, from + chunk - 1)]);
    console.log(`${name}: ${Math.min(rows, from + chunk - 1).toLocaleString('en')} of ${rows.toLocaleString('en')}`);
  }
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The account with its fields. @returns its number and a key */
export async function openAccount(identity: Pick<Connection, 'execute'>): Promise<{ account: number; key: string }> {
  const opened = await identity.execute(
    { query: 'mutation { accountOpen(name: "bench", roles: [ADMIN]) { account keys } }' },
    serviceCaller('bench'),
  );
  const { account, keys } = Object(opened.data?.accountOpen);
  const caller = { ...serviceCaller('bench', Number(account)), scopes: ['settings:write'] };
  for (const [key, type] of [
    ['city', 'TEXT'],
    ['plan', 'TEXT'],
    ['age', 'NUMBER'],
  ]) {
    const query = `mutation { customFieldDefine(input: { key: "${key}", label: "${key}", type: ${type} }) { userErrors { message } } }`;
    await identity.execute({ query }, caller);
  }
  return { account: Number(account), key: keys[0] };
}

const heads = (account: number, rev: number) =>
  `insert into journal_head (account_id, rev, changed_at) values (${account}, ${rev}, now())
    on conflict (account_id) do update set rev = greatest(journal_head.rev, excluded.rev), changed_at = now()`;
const folds = (account: number, rev: number) =>
  `insert into journal_fold (part, account_id, rev) values ('identity', ${account}, ${rev})
    on conflict (part, account_id) do update set rev = greatest(journal_fold.rev, excluded.rev)`;

/** Revs are given to a thousand rows each. */
const revOf = (i: string) => `1000 + ${i} / 1000`;
const lastRev = (rows: number) => 1_001 + Math.floor(rows / 1_000);

/** Contacts with an email address, a mobile number and three fields each. @returns the newest rev */
export async function fillIdentity(url: string, account: number, extent: Extent): Promise<number> {
  const { contacts } = extent;
  const rev = lastRev(contacts);
  await withClient(url, async (client) => {
    await client.query(chance);
    const until = `'${extent.until.toISOString()}'::timestamptz`;
    // What serves the search of people by a part of a value would take most of the time, and no question here asks it.
    await client.query('drop index if exists field_value_by_part');
    await fill(
      client,
      'contacts',
      contacts,
      `insert into contact (account_id, contact_no, root_no, created_at, updated_at, primaries, rev)
       select ${account}, i, i, ${until} - chance(i, 11) * interval '900 days', ${until}, '{}', ${revOf('i')} from generate_series($1::bigint, $2::bigint) i`,
    );
    for (const [kind, value] of [
      ['EMAIL', "'user' || i || '@example.com'"],
      ['MOBILE', "'+1512' || lpad(i::text, 7, '0')"],
    ]) {
      await fill(
        client,
        `identifiers, ${kind}`,
        contacts,
        `insert into identifier (account_id, kind, value, given, contact_no, verified, source, first_seen_at, rev)
         select ${account}, '${kind}', ${value}, ${value}, i, false, 'bench', ${until}, ${revOf('i')} from generate_series($1::bigint, $2::bigint) i`,
      );
    }
    for (const [key, value] of [
      ['city', "to_jsonb('city' || floor(200 * power(chance(i, 12), 2))::int)"],
      ['plan', "to_jsonb((array['free', 'pro', 'team'])[1 + floor(chance(i, 13) * 3)::int])"],
      ['age', 'to_jsonb(18 + floor(chance(i, 14) * 60)::int)'],
    ]) {
      await fill(
        client,
        `values of ${key}`,
        contacts,
        `insert into field_value (account_id, contact_no, field_no, value, source, updated_at)
         select ${account}, i, (select field_no from field_definition where account_id = ${account} and key = '${key}'), ${value}, 'bench', ${until}
         from generate_series($1::bigint, $2::bigint) i`,
      );
    }
    await client.query(
      `update contact_counter set next_contact_no = greatest(next_contact_no, ${contacts + 1}) where account_id = ${account}`,
    );
    await client.query(heads(account, rev));
    await client.query('vacuum analyze');
  });
  return rev;
}

/** What every part keeps of who is shown as whom. */
export const fillFold = (url: string, account: number, rev: number): Promise<unknown> =>
  withClient(url, (client) => client.query(folds(account, rev)));

/** Addresses of one channel, linked to their contacts, and what happened to them. */
export async function fillChannel(
  url: string,
  account: number,
  identityRev: number,
  extent: Extent,
  channel: { readonly name: 'email' | 'sms'; readonly kinds: readonly number[] },
): Promise<void> {
  const isEmail = channel.name === 'email';
  const [shares, events, seed] = isEmail ? [emailShares, extent.emailEvents, 21] : [smsShares, extent.smsEvents, 31];
  const value = isEmail ? "'user' || i || '@example.com'" : "'+1512' || lpad(i::text, 7, '0')";
  const until = `'${extent.until.toISOString()}'::timestamptz`;
  await withClient(url, async (client) => {
    await client.query(chance);
    await fill(
      client,
      `${channel.name}, addresses`,
      extent.contacts,
      `insert into address (account_id, address_no, value, given, introduced_at, rev)
       select ${account}, i, ${value}, ${value}, ${until}, 1 from generate_series($1::bigint, $2::bigint) i`,
    );
    await client.query(
      `insert into contact (account_id, contact_no, root_no) select ${account}, i, i from generate_series(1, ${extent.contacts}) i on conflict do nothing`,
    );
    await client.query(
      `insert into link (account_id, address_no, contact_no, first_seen_at) select ${account}, i, i, ${until} from generate_series(1, ${extent.contacts}) i`,
    );
    await client.query(
      `insert into address_counter values (${account}, ${extent.contacts + 1}) on conflict (account_id) do update set next_no = excluded.next_no`,
    );
    await fill(
      client,
      `${channel.name}, activity`,
      events,
      `insert into activity (account_id, at, event_id, address_no, machine, message_id, rev, kind)
       select ${account}, ${momentOf(extent, events)}, lpad(to_hex(i), 32, '0')::uuid, ${contactOf(extent, seed)}, false,
         'm' || floor(chance(i, ${seed + 1}) * 5000)::int, ${revOf('i')}, ${kindOf(seed + 2, numbered(shares, channel.kinds))}`,
    );
    await client.query(heads(account, lastRev(events)));
    await client.query(folds(account, identityRev));
    await client.query('vacuum analyze');
  });
}

/** The same contacts and events in one database, as the peer would have them, with every index that helps it. */
export async function fillPeer(url: string, extent: Extent): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(chance);
    await client.query(
      'create table contact (contact_no int primary key, city text not null, plan text not null, age int not null)',
    );
    await client.query(
      `insert into contact select i, 'city' || floor(200 * power(chance(i, 12), 2))::int, (array['free', 'pro', 'team'])[1 + floor(chance(i, 13) * 3)::int],
         18 + floor(chance(i, 14) * 60)::int from generate_series(1, ${extent.contacts}) i`,
    );
    await client.query('create index on contact (city)');
    await client.query('create index on contact (plan)');
    const channels = [
      ['email', extent.emailEvents, 21, numbered(emailShares, [1, 2, 3, 4, 5, 6])],
      ['sms', extent.smsEvents, 31, numbered(smsShares, [11, 12, 13, 14, 15])],
    ] as const;
    for (const [name, events, seed, kinds] of channels) {
      await client.query(
        `create table ${name}_event (event_id uuid not null, contact_no int not null, at timestamptz not null, message_id int not null, type smallint not null)`,
      );
      await fill(
        client,
        `peer, ${name}`,
        events,
        `insert into ${name}_event select lpad(to_hex(i), 32, '0')::uuid, ${contactOf(extent, seed)}, ${momentOf(extent, events)},
           floor(chance(i, ${seed + 1}) * 5000)::int, ${kindOf(seed + 2, kinds)}`,
      );
      await client.query(`create index on ${name}_event (type, at) include (contact_no)`);
      await client.query(`create index on ${name}_event (contact_no, type, at)`);
    }
    await client.query('vacuum analyze');
  });
}
