import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { limitsGiven, priorityGiven } from '../domain/identifier-settings.ts';
import { matchedForms, presetPriority } from '../domain/identifiers.ts';
import { limits } from '../domain/limits.ts';
import type { Role } from '../domain/roles.ts';
import { type AccountRow, type AccountSettings, accountOf, accountWrite, openAccount } from '../store/accounts.ts';
import { insertKey } from '../store/keys.ts';
import { lockDecisions } from '../store/neighbourhood.ts';
import { newSecret } from './keys.ts';

type Given<Value> = Value | null | undefined;

/** A setting that is not given stays as it is. */
export interface SettingsInput {
  readonly defaultRegion?: Given<string>;
  readonly timeZone?: Given<string>;
  readonly blockedValues?: Given<readonly string[]>;
  readonly sharedIdentifiers?: Given<readonly string[]>;
  readonly identifierPriority?: Given<readonly string[]>;
  readonly identifierLimits?: Given<readonly { readonly kind: string; readonly limit: number }[]>;
}

const presets: AccountSettings = {
  defaultRegion: 'US',
  timeZone: 'UTC',
  blockedValues: [],
  sharedIdentifiers: [],
  identifierPriority: presetPriority,
  identifierLimits: {},
};

export interface AccountOpened {
  readonly account: number;
  readonly created: boolean;
  /** In the order of the roles asked. */
  readonly keys: readonly string[];
}

/** Opens an account, or finds the one of this name, and makes a key of each role. @throws CodedError BAD_USER_INPUT */
export async function open(
  db: Database,
  name: string,
  input: SettingsInput,
  roles: readonly Role[],
): Promise<AccountOpened> {
  if (name.trim() === '' || name.length > limits.name) {
    throw badInput(['name'], `A name has 1 to ${limits.name} characters, got ${name.length}`);
  }
  const settings = settingsOf(presets, input, []);
  return db.transaction(async (tx) => {
    const { account, created } = await openAccount(tx, name.trim(), settings);
    const keys: string[] = [];
    for (const role of roles) {
      const { secret, hash } = newSecret();
      await insertKey(tx, account.accountId, { name: role.toLowerCase(), role, hash });
      keys.push(secret);
    }
    if (created) await appendToJournal(tx, account.accountId, [accountWrite(account.accountId, account)]);
    return { account: account.accountId, created, keys };
  });
}

/** @throws CodedError BAD_USER_INPUT naming the setting */
export const updateSettings = (db: Database, account: number, input: SettingsInput): Promise<AccountRow> =>
  db.transaction(async (tx) => {
    // Others who change settings wait, and so do those who decide by them.
    await lockDecisions(tx, account);
    const known = await accountOf(tx, account);
    if (known === null) throw notFound(null, 'The account does not exist');
    const settings = settingsOf(known, input, ['input']);
    await appendToJournal(tx, account, [accountWrite(account, settings)]);
    return { ...known, ...settings };
  });

function settingsOf(known: AccountSettings, input: SettingsInput, path: readonly string[]): AccountSettings {
  const defaultRegion = input.defaultRegion?.toUpperCase() ?? known.defaultRegion;
  if (!isSupportedCountry(defaultRegion)) {
    throw badInput(
      [...path, 'defaultRegion'],
      `A region is a country by ISO 3166, for example "US", got "${defaultRegion.slice(0, 20)}"`,
    );
  }
  const timeZone = input.timeZone ?? known.timeZone;
  if (!isTimeZone(timeZone)) {
    throw badInput(
      [...path, 'timeZone'],
      `A time zone is an IANA name, for example "America/Chicago", got "${timeZone.slice(0, 50)}"`,
    );
  }
  const listed = (name: 'blockedValues' | 'sharedIdentifiers'): readonly string[] => {
    const values = input[name];
    if (values === null || values === undefined) return known[name];
    if (values.length > limits.listedValues) {
      throw badInput([...path, name], `"${name}" takes at most ${limits.listedValues} values, got ${values.length}`);
    }
    return [...new Set(values.flatMap((value) => matchedForms(value, defaultRegion)))];
  };
  return {
    defaultRegion,
    timeZone,
    blockedValues: listed('blockedValues'),
    sharedIdentifiers: listed('sharedIdentifiers'),
    identifierPriority: priorityGiven(known.identifierPriority, input.identifierPriority, [
      ...path,
      'identifierPriority',
    ]),
    identifierLimits: limitsGiven(known.identifierLimits, input.identifierLimits, [...path, 'identifierLimits']),
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
