import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { limits } from '../domain/limits.ts';
import { type CampaignRow, setCampaign } from '../store/campaigns.ts';

const keyShape = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** Saves a campaign by its key. @throws CodedError BAD_USER_INPUT */
export async function saveCampaign(db: Database, account: number, campaign: CampaignRow): Promise<CampaignRow> {
  const { key, name, channels, from, to } = campaign;
  if (!keyShape.test(key))
    throw badInput(
      ['input', 'key'],
      `A key is 1 to 60 lower-case letters, digits or dashes, got "${key.slice(0, 100)}"`,
    );
  if (name.trim() === '' || name.length > limits.name)
    throw badInput(['input', 'name'], `A name has 1 to ${limits.name} characters, got ${name.length}`);
  if (channels.length === 0) throw badInput(['input', 'channels'], 'A campaign uses at least one channel, got none');
  if (to <= from)
    throw badInput(['input', 'to'], `A campaign ends after it begins (${from.toISOString()}), got ${to.toISOString()}`);
  return setCampaign(db, account, { ...campaign, name: name.trim(), channels: [...new Set(channels)] });
}
