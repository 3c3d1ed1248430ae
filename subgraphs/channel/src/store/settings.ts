import type { Database, Statement, Transaction } from '@ucp/kit/database';
import { z } from 'zod';
import type { TopicFact } from '../domain/facts.ts';
import { type AccountFacts, type ChannelSettings, unknownAccount } from '../domain/settings.ts';

const number = z.number().int();
const words = z.array(z.string());
const hours = { from: number, until: number };
/** Settings as they are kept, over the presets: what the account never set is absent. */
const shape = z.object({
  heldAfter: number.nullable(),
  sendingHours: z.object(hours).nullable(),
  regionHours: z.array(z.object({ region: z.string(), ...hours })),
  frequencyCaps: z.array(z.object({ sends: number, windowMs: number })),
  doubleOptIn: z.object({ channel: z.boolean(), topics: words, validMs: number }),
  stopWords: words,
  startWords: words,
  helpWords: words,
  joinWords: z.array(z.object({ word: z.string(), topic: z.string() })),
  helpText: z.string().nullable(),
});

/** The settings that hold: the account's own over the channel's presets. */
export const settingsFrom = (presets: ChannelSettings, own: unknown): ChannelSettings =>
  shape.parse({ ...presets, ...Object(own ?? {}) });

/** What identity has told of the account; presets where it has told nothing yet. */
export const accountFrom = (defaultRegion: unknown, timeZone: unknown): AccountFacts =>
  typeof defaultRegion === 'string' && typeof timeZone === 'string' ? { defaultRegion, timeZone } : unknownAccount;

const read: Statement = {
  name: 'channel_settings',
  text: `/* channel_settings */ select c.settings, a.default_region as "defaultRegion", a.time_zone as "timeZone",
    (select json_agg(json_build_object('topicNo', t.topic_no, 'key', t.key, 'name', t.name) order by t.key)
      from topic t where t.account_id = $1) as topics
    from (values ($1::int)) as own(account_id) left join account a using (account_id) left join channel_settings c using (account_id)`,
};
const lock: Statement = {
  name: 'channel_settings_lock',
  text: `/* channel_settings_lock */ insert into channel_settings as own (account_id, settings) values ($1, '{}')
    on conflict (account_id) do update set settings = own.settings returning settings`,
};
const update: Statement = {
  name: 'channel_settings_update',
  text: `/* channel_settings_update */ update channel_settings set settings = settings || $2::jsonb, cap_window = $3::interval
    where account_id = $1`,
};

interface SettingsRow {
  readonly settings: unknown;
  readonly defaultRegion: unknown;
  readonly timeZone: unknown;
  readonly topics: readonly TopicFact[] | null;
  readonly [column: string]: unknown;
}

export interface SettingsOfAccount {
  readonly settings: ChannelSettings;
  readonly account: AccountFacts;
  /** By key. */
  readonly topics: readonly TopicFact[];
}

export async function settingsOf(
  reader: Pick<Transaction, 'query'>,
  presets: ChannelSettings,
  account: number,
): Promise<SettingsOfAccount> {
  const [row] = await reader.query<SettingsRow>(read, [account]);
  return {
    settings: settingsFrom(presets, row?.settings),
    account: accountFrom(row?.defaultRegion, row?.timeZone),
    topics: row?.topics ?? [],
  };
}

export const readSettings = (db: Database, presets: ChannelSettings, account: number): Promise<SettingsOfAccount> =>
  settingsOf({ query: db.read }, presets, account);

/** The account's settings, locked: who changes some of them must not undo what another changes meanwhile. */
export async function lockSettings(
  tx: Transaction,
  presets: ChannelSettings,
  account: number,
): Promise<ChannelSettings> {
  const [row] = await tx.query<{ settings: unknown }>(lock, [account]);
  return settingsFrom(presets, row?.settings);
}

/** Keeps what was changed; what the account never set goes on following the presets. */
export async function writeSettings(
  tx: Transaction,
  account: number,
  changed: Partial<ChannelSettings>,
  { frequencyCaps }: ChannelSettings,
): Promise<void> {
  const longest = Math.max(0, ...frequencyCaps.map(({ windowMs }) => windowMs));
  await tx.query(update, [account, JSON.stringify(changed), longest === 0 ? null : `${longest} milliseconds`]);
}
