import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

export interface AccountRow {
  readonly accountId: number;
  readonly name: string;
  readonly defaultRegion: string;
  readonly timeZone: string;
  readonly blockedValues: readonly string[];
  readonly sharedIdentifiers: readonly string[];
  readonly [column: string]: unknown;
}

export type AccountSettings = Pick<AccountRow, 'defaultRegion' | 'timeZone' | 'blockedValues' | 'sharedIdentifiers'>;

const columns = `account_id as "accountId", name, default_region as "defaultRegion", time_zone as "timeZone",
    blocked_values as "blockedValues", shared_identifiers as "sharedIdentifiers"`;
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
  text: `/* account_insert */ insert into account (name, default_region, time_zone, blocked_values, shared_identifiers, created_at)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning ${columns}`,
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
  const { defaultRegion, timeZone, blockedValues, sharedIdentifiers } = settings;
  const [made] = await tx.query<AccountRow>(insert, [
    name,
    defaultRegion,
    timeZone,
    blockedValues,
    sharedIdentifiers,
    tx.now,
  ]);
  if (made !== undefined) return { account: made, created: true };
  const [known] = await tx.query<AccountRow>(byName, [name]);
  if (known === undefined) throw new Error('an account was neither made nor found');
  return { account: known, created: false };
}

/** Settings of an account that exists; with the stamp the other parts are told of them. */
export const accountWrite = (account: number, settings: AccountSettings): JournalWrite => ({
  name: 'account',
  text: `update account set default_region = $2::text, time_zone = $3::text, blocked_values = $4::text[], shared_identifiers = $5::text[],
      rev = stamp.rev from stamp where account_id = $1::int`,
  values: [account, settings.defaultRegion, settings.timeZone, settings.blockedValues, settings.sharedIdentifiers],
});
