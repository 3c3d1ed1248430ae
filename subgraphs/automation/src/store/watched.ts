import { plainArray } from '@ucp/kit/array-text';
import { bytesOf, type ContactBits, countBits, numbersIn } from '@ucp/kit/contact-bits';
import type { Database, Statement } from '@ucp/kit/database';
import type { VersionKey } from './workflow-versions.ts';

/** Those inside for whom something may come true at any time: the goal or exit of their workflow, or the filter they wait for. */

const inside = `e.run and e.state in ('ACTIVE', 'WAITING')`;
const asks = `(jsonb_typeof(v.definition -> 'goal') = 'object' or jsonb_typeof(v.definition -> 'exit') = 'object')`;
const ofVersion = `select from enrollment e where e.account_id = v.account_id and e.workflow_no = v.workflow_no and e.version = v.version`;
/** Each way by an index of its own: together they cost a look at everybody inside, half a second for a million. */
const isWatched = `v.definition is not null and v.state <> 'DRAFT'
      and case when ${asks} then exists (${ofVersion} and ${inside}) else exists (${ofVersion} and e.waits_for = 'FILTER') end`;
/** Once a minute of the rules' clock, whichever process comes to it; also where that clock was set back. */
const accounts: Statement = {
  name: 'accounts_watch_due',
  text: `/* accounts_watch_due */ insert into watch_due as known (account_id, due_at)
    select distinct v.account_id, now() + $1::interval + interval '1 minute' from workflow_version v where ${isWatched}
    on conflict (account_id) do update set due_at = excluded.due_at
      where known.due_at <= now() + $1::interval or known.due_at > excluded.due_at
    returning account_id as account`,
};
const versions: Statement = {
  name: 'versions_watched',
  text: `/* versions_watched */ select v.workflow_no as "workflowNo", v.version from workflow_version v where v.account_id = $1 and ${isWatched}`,
};
const wake = (name: string, matching: string): Statement => ({
  name,
  text: `/* ${name} */ with found as (select e.enrollment_no from ${matching}
      and e.workflow_no = $2 and e.version = $3 and ${inside} and ($4::text is null or (e.current_step = $4 and e.waits_for = 'FILTER'))
        and e.parked is null and e.claimed_by is null and (e.due_at is null or e.due_at > now() + $6::interval)
      limit $7 for no key update of e skip locked)
    update enrollment e set due_at = date_trunc('milliseconds', now() + $6::interval) from found where e.account_id = $1 and e.enrollment_no = found.enrollment_no returning 1`,
});
/** Who is inside is looked at one by one, and no list of those who match is made: a third of a second for a million inside. */
const wakeOfMany = wake(
  'watched_wake',
  `enrollment e join contact c on c.account_id = $1 and c.contact_no = e.contact_no
      where e.account_id = $1 and case when c.root_no < octet_length($5::bytea) * 8 then get_bit($5::bytea, c.root_no) = 1 else false end`,
);
/** Those who match are looked at one by one, however many are inside. */
const wakeOfFew = wake(
  'watched_wake_few',
  `unnest($5::int[]) as n(root_no) join contact c on c.account_id = $1 and c.root_no = n.root_no
        join enrollment e on e.account_id = $1 and e.contact_no = c.contact_no
      where true`,
);
/** So many who match are looked up in less time than a million inside are gone through. */
const few = 10_000;

/** Accounts whose filters are to be asked now; they are put off for a minute with that. */
export const claimWatched = async (db: Database): Promise<number[]> =>
  (await db.write<{ account: number }>(accounts, [db.clockOffset()])).map(({ account }) => account);

export const versionsWatched = (db: Database, account: number): Promise<(VersionKey & Record<string, unknown>)[]> =>
  db.readAside<VersionKey & Record<string, unknown>>(versions, [account]);

/**
 * Has those of a version be looked at now who are among some contacts.
 * @param step only those who wait at it for a filter; null: wherever they are @returns how many, at most `most`
 */
export const wakeWatched = async (
  db: Database,
  account: number,
  { workflowNo, version }: VersionKey,
  step: string | null,
  contacts: ContactBits,
  most: number,
): Promise<number> => {
  const isFew = countBits(contacts) <= few;
  const matching = isFew ? plainArray(numbersIn(contacts)) : bytesOf(contacts);
  const values = [account, workflowNo, version, step, matching, db.clockOffset(), most];
  return (await db.write(isFew ? wakeOfFew : wakeOfMany, values)).length;
};
