import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

export interface AccountRow {
  readonly accountId: number;
  readonly name: string;
  readonly defaultRegion: string;
  readonly timeZone: string;
  readonly blockedValues: readonly string[];
  readonly sharedIdentifiers: readonly string[];
  /** Strongest first. */
  readonly identifierPriority: readonly string[];
  /** Only what differs from the preset. */
  readonly identifierLimits: Readonly<Record<string, number>>;
  /** Of identity's journal. */
  readonly rev: number;
  readonly [column: string]: unknown;
}

export type AccountSettings = Pick<
  AccountRow,
  'defaultRegion' | 'timeZone' | 'blockedValues' | 'sharedIdentifiers' | 'identifierPriority' | 'identifierLimits'
>;

const columns = `account_id as "accountId", name, default_region as "defaultRegion", time_zone as "timeZone",
    blocked_values as "blockedValues", shared_identifiers as "sharedIdentifiers", identifier_priority as "identifierPriority",
    identifier_limits as "identifierLimits",
    coalesce((select h.rev from journal_head h where h.account_id = account.account_id), 0) as rev`;
const byNumber: Statement = {
  name: 'account',
  text: `/* account */ select ${columns} from account where account_id = $1`,
};
const byName: Statement = {
  name: 'account_by_name',
  text: `/* account_by_name */ select ${columns} from account where name = $1`,
};
const insert: Statement = {
  name: 'account_insert',
  text: `/* account_insert */ insert into account (name, default_region, time_zone, blocked_values, shared_identifiers,
      identifier_priority, identifier_limits, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${columns}`,
};
export const accountOf = async (reader: Pick<Transaction, 'query'>, account: number): Promise<AccountRow | null> =>
  (await reader.query<AccountRow>(byNumber, [account]))[0] ?? null;

export const readAccount = (db: Database, account: number): Promise<AccountRow | null> =>
  accountOf({ query: db.read }, account);

/** Makes an account; or finds the one of this name, whose settings stay as they are. */
export async function openAccount(
  tx: Transaction,
  name: string,
  settings: AccountSettings,
): Promise<{ readonly account: AccountRow; readonly created: boolean }> {
  const [made] = await tx.query<AccountRow>(insert, [name, ...valuesOf(settings), tx.now]);
  if (made !== undefined) return { account: made, created: true };
  const [known] = await tx.query<AccountRow>(byName, [name]);
  if (known === undefined) throw new Error('an account was neither made nor found');
  return { account: known, created: false };
}

/** Settings of an account that exists; with the stamp the other parts are told of them. */
export const accountWrite = (account: number, settings: AccountSettings): JournalWrite => ({
  name: 'account',
  text: `update account set default_region = $2::text, time_zone = $3::text, blocked_values = $4::text[], shared_identifiers = $5::text[],
      identifier_priority = $6::text[], identifier_limits = $7::jsonb, rev = stamp.rev from stamp where account_id = $1::int`,
  values: [account, ...valuesOf(settings)],
});

const valuesOf = (settings: AccountSettings): readonly unknown[] => [
  settings.defaultRegion,
  settings.timeZone,
  settings.blockedValues,
  settings.sharedIdentifiers,
  settings.identifierPriority,
  settings.identifierLimits,
];
