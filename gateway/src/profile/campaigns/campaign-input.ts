import { createHash } from 'node:crypto';
import { checkFilter, type Filter } from '@ucp/audience/filter';
import { badInput } from '@ucp/kit/errors';
import { recordNoOf } from '@ucp/kit/ids';
import { checkName } from '../domain/model-input.ts';
import type { CampaignMessage } from '../store/campaigns.ts';

type Given<Value> = Value | null | undefined;

export interface CampaignInput {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly channel: string;
  readonly audience: { readonly filter?: Given<Filter>; readonly segment?: Given<string> };
  readonly template: string;
  readonly topic?: Given<string>;
  readonly sender?: Given<string>;
  readonly variables?: unknown;
  readonly startAt?: Given<Date>;
  readonly perMinute?: Given<number>;
}

/** Limits of a campaign; the README repeats them. */
export const campaignLimits = {
  /** Characters. */
  key: 200,
  /** Characters of the variables as JSON. */
  variables: 8_192,
  perMinute: 600_000,
  /** How far ahead it may begin, in milliseconds. */
  ahead: 366 * 86_400_000,
} as const;

/** A campaign as it was asked for, checked but for what only its channel knows. */
export interface AskedCampaign {
  readonly idempotencyKey: string;
  readonly digest: Buffer;
  readonly name: string;
  readonly part: string;
  readonly message: CampaignMessage;
  readonly filter: Filter | null;
  readonly segmentNo: number | null;
  readonly startAt: Date | null;
}

/** @param channels names of those that send, in capitals @throws CodedError BAD_USER_INPUT */
export function campaignOf(
  account: number,
  input: CampaignInput,
  channels: readonly string[],
  now: Date,
): AskedCampaign {
  const { idempotencyKey, name, channel, audience, template } = input;
  if (idempotencyKey.trim() === '' || idempotencyKey.length > campaignLimits.key)
    throw badInput(
      ['input', 'idempotencyKey'],
      `"idempotencyKey" must have 1 to ${campaignLimits.key} characters, got ${idempotencyKey.length}`,
    );
  checkName(name, ['input', 'name']);
  if (!channels.includes(channel))
    throw badInput(['input', 'channel'], `"channel" must be ${[...channels].sort().join(' or ')}, got "${channel}"`);
  const filter = audience.filter ?? null;
  if (filter !== null) checkFilter(filter, ['input', 'audience', 'filter']);
  const segmentNo =
    audience.segment === null || audience.segment === undefined ? null : recordNoOf('seg', account, audience.segment);
  if (filter === null && segmentNo === null)
    throw badInput(['input', 'audience', 'segment'], 'The account has no segment of this id');
  const message = {
    template,
    topic: input.topic ?? null,
    sender: input.sender ?? null,
    variables: variablesOf(input.variables),
    perMinute: perMinuteOf(input.perMinute ?? null),
  };
  const startAt = input.startAt ?? null;
  if (startAt !== null && startAt.getTime() > now.getTime() + campaignLimits.ahead)
    throw badInput(['input', 'startAt'], `"startAt" must be at most a year ahead, got ${startAt.toISOString()}`);
  const asked = [name.trim(), channel, filter, segmentNo, message, startAt];
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest();
  return {
    idempotencyKey,
    digest,
    name: name.trim(),
    part: channel.toLowerCase(),
    message,
    filter,
    segmentNo,
    startAt,
  };
}

function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
  if (given === null || given === undefined) return {};
  const text = JSON.stringify(given);
  if (typeof given !== 'object' || Array.isArray(given))
    throw badInput(['input', 'variables'], `"variables" must be an object, got ${text.slice(0, 100)}`);
  if (text.length > campaignLimits.variables)
    throw badInput(
      ['input', 'variables'],
      `"variables" may have ${campaignLimits.variables} characters as JSON, got ${text.length}`,
    );
  return Object(given);
}

function perMinuteOf(given: number | null): number | null {
  if (given !== null && (given < 1 || given > campaignLimits.perMinute))
    throw badInput(
      ['input', 'perMinute'],
      `"perMinute" must be between 1 and ${campaignLimits.perMinute}, got ${given}`,
    );
  return given;
}
