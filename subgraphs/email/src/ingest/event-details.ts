import { createHash } from 'node:crypto';
import type { ChannelEvent } from '@ucp/channel/event';

/** The last second that is a date to everybody, of the year 9999. A later one is malformed. */
export const latestSecond = 253_402_300_799;
/** Characters of a campaign's name. */
const campaignLimit = 200;
/** Data of the sender's own, or that is not understood, of more bytes than this is left out. */
const extraLimit = 4_096;

/** Details without what is not given. What the provider told beyond them is kept under `custom`, as it came, if it is small. */
export function details(
  known: Readonly<Record<string, unknown>>,
  custom: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const name in known) {
    const value = known[name];
    if (value !== undefined && value !== null && value !== '') all[name] = value;
  }
  if (typeof all.campaign === 'string') all.campaign = all.campaign.slice(0, campaignLimit);
  else delete all.campaign;
  if (Object.keys(custom).length > 0 && JSON.stringify(custom).length <= extraLimit) all.custom = custom;
  return all;
}

/** A dedupe key for an event that has none: its whole content is one. */
export const keyOfContent = (event: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(event)))
    .digest('base64url');

/** JSON with its fields by name, as another spelling of the same is the same. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}

/** A topic's key out of a provider's name for a group of mail: at most 60 lower-case letters, digits and dashes. */
export const topicKey = (provider: string, group: string | number): string =>
  `${provider}-${group}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/-$/, '');

/** A moment as providers write it, with any number of fractional digits; cut to the millisecond. Null when it is none. */
export function momentOf(text: unknown): Date | null {
  if (typeof text !== 'string') return null;
  const at = new Date(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(at.getTime()) ? null : at;
}

export const acquiredBy = (provider: string): ChannelEvent['acquisition'] => ({
  kind: 'API',
  detail: `${provider} events`,
});
