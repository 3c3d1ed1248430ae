import type { Database } from '@ucp/kit/database';
import type { ChannelKind } from '../channel-kind.ts';
import type { ChannelSettings } from '../domain/settings.ts';
import { changesOf, type SettingsInput, type WordRules } from '../domain/settings-input.ts';
import { lockSettings, writeSettings } from '../store/settings.ts';
import { topicsIn } from '../store/topics.ts';

/**
 * Changes settings of an account on a channel; what is not given stays as it is, and a list replaces the one before.
 * @throws CodedError BAD_USER_INPUT naming the setting, NOT_FOUND for an unknown topic
 */
export const createUpdateSettings =
  (db: Database, channel: ChannelKind) =>
  (account: number, input: SettingsInput, words: WordRules | null): Promise<ChannelSettings> =>
    db.transaction(async (tx) => {
      const known = await lockSettings(tx, channel.presets, account);
      const topics = await topicsIn(tx, account);
      const changed = changesOf(known, input, topics, words);
      const settings = { ...known, ...changed };
      await writeSettings(tx, account, changed, settings);
      return settings;
    });
