import type { Session, Statement, Transaction } from '@ucp/kit/database';
import { rootsConcerned } from './neighbourhood.ts';

/** Tables that decisions read: what concerns them is copied when it is met first, and changed from then on. */
const copied: Readonly<Record<string, readonly string[]>> = {
  contact: ['primary key (account_id, contact_no)', '(account_id, root_no)'],
  identifier: ['primary key (account_id, kind, value)', '(account_id, contact_no)'],
  field_value: ['primary key (account_id, contact_no, field_no)'],
  tag: ['primary key (account_id, contact_no, tag)'],
  merge_edge: [
    'primary key (account_id, merge_no, one_no, other_no)',
    '(account_id, one_no)',
    '(account_id, other_no)',
  ],
  separation: ['primary key (account_id, one_no, other_no)', '(account_id, other_no)'],
  contact_counter: ['primary key (account_id)'],
  journal_head: ['primary key (account_id)'],
};
/** Tables that decisions only write: emptied by every commit. */
const written = [
  'merge',
  'merge_review',
  'link_decision',
  'consent_statement',
  'status_statement',
  'audit_entry',
  'field_history',
];

/** Numbers given in a rehearsal, far from those that real contacts, merges and reviews get meanwhile. */
const firstNo = 1_500_000_000;

const counters: Statement = {
  name: 'shadow_counters',
  text: `/* shadow_counters */ insert into pg_temp.contact_counter (account_id, next_contact_no, next_merge_no, next_review_no)
    values ($1, $2, $2, $2)`,
};
const copy: Statement = {
  name: 'shadow_copy',
  text: `/* shadow_copy */ with root as (${rootsConcerned('public.', '')}),
    fresh as (
      insert into pg_temp.contact select c.* from public.contact c join root r on c.account_id = $1 and c.root_no = r.root_no
        on conflict do nothing returning contact_no),
    identifiers as (
      insert into pg_temp.identifier select i.* from fresh f join public.identifier i on i.account_id = $1 and i.contact_no = f.contact_no
        on conflict do nothing),
    fields as (
      insert into pg_temp.field_value select v.* from fresh f join public.field_value v on v.account_id = $1 and v.contact_no = f.contact_no
        on conflict do nothing),
    tags as (
      insert into pg_temp.tag select t.* from fresh f join public.tag t on t.account_id = $1 and t.contact_no = f.contact_no
        on conflict do nothing),
    edges as (
      insert into pg_temp.merge_edge select e.* from public.merge_edge e where e.account_id = $1 and e.active
        and (e.one_no in (select contact_no from fresh) or e.other_no in (select contact_no from fresh)) on conflict do nothing)
    insert into pg_temp.separation select s.* from public.separation s where s.account_id = $1
      and (s.one_no in (select contact_no from fresh) or s.other_no in (select contact_no from fresh)) on conflict do nothing`,
};

/**
 * Puts temporary tables before those that decisions read and write, for one session: the statements of the store, which name
 * tables without a schema, then work on these, and the real ones stay as they are.
 */
export async function shadowTables(session: Session, account: number): Promise<void> {
  const run = (text: string) => session.query({ name: '', text }, []);
  for (const [table, [key = '', ...indexes]] of Object.entries(copied)) {
    await run(`create temporary table ${table} (like public.${table} including defaults, ${key})`);
    for (const index of indexes) await run(`create index on pg_temp.${table} ${index}`);
  }
  for (const table of written) {
    await run(`create temporary table ${table} (like public.${table} including defaults) on commit delete rows`);
  }
  // The tables grow from nothing, and their statistics are of the time they were looked at last.
  await run('set plan_cache_mode = force_custom_plan');
  await session.query(counters, [account, firstNo]);
}

/** Copies what identifiers concern, unless it is there already: contacts that are one with theirs, and all that is known of them. */
export const copyConcerned = (
  tx: Transaction,
  account: number,
  identifiers: readonly { readonly kind: string; readonly value: string }[],
): Promise<unknown> =>
  tx.query(copy, [account, identifiers.map(({ kind }) => kind), identifiers.map(({ value }) => value)]);
