import { payloadOf } from '@ucp/kit/errors';
import { type Connection, connectionOf, decodeCursor, encodeCursor, type PageArguments, pageSize } from '@ucp/kit/page';
import { Duration } from 'luxon';
import type { ChannelContext } from './channel-resolvers.ts';
import { clockText } from './domain/sending-hours.ts';
import type { ChannelSettings, DayHours, FrequencyCap } from './domain/settings.ts';
import type { SettingsInput, WordRules } from './domain/settings-input.ts';
import type { ReviewDecision, ReviewRow } from './store/reviews.ts';

interface Reasoned {
  readonly reason: string;
}

const hoursText = ({ from, until }: DayHours) => ({ from: clockText(from), until: clockText(until) });

/** Milliseconds as whole days where they are, else as hours and minutes. */
function durationText(milliseconds: number): string {
  const days = milliseconds / 86_400_000;
  const duration = Number.isInteger(days) ? Duration.fromObject({ days }) : Duration.fromMillis(milliseconds);
  return Number.isInteger(days)
    ? duration.toISO()
    : duration.shiftTo('hours', 'minutes', 'seconds').removeZeros().toISO();
}

const settingsAnswer = ({ sendingHours, regionHours, frequencyCaps, doubleOptIn, ...rest }: ChannelSettings) => ({
  ...rest,
  sendingHours: sendingHours === null ? null : hoursText(sendingHours),
  regionHours: regionHours.map(({ region, ...hours }) => ({ region, ...hoursText(hours) })),
  frequencyCaps: frequencyCaps.map(({ sends, windowMs }: FrequencyCap) => ({ sends, within: durationText(windowMs) })),
  doubleOptIn: {
    channel: doubleOptIn.channel,
    topics: doubleOptIn.topics,
    validFor: durationText(doubleOptIn.validMs),
  },
});

/**
 * Fields about settings and what staff does to an address, which every channel answers alike.
 * @param field name of the address in the channel's inputs
 * @param words how the channel compares words; null where it understands none
 */
export const consentResolvers = <Field extends string>(field: Field, words: WordRules | null) => {
  type Addressed = { readonly [Name in Field]: string };
  return {
    settings: async (_root: object, _args: object, { caller, channel }: ChannelContext) => {
      const { settings } = await channel.settingsOf(caller.account);
      return settingsAnswer(settings);
    },
    updateSettings: (
      _root: object,
      { input }: { readonly input: SettingsInput },
      { caller, channel }: ChannelContext,
    ) =>
      payloadOf(async () => ({
        settings: settingsAnswer(await channel.updateSettings(caller.account, input, words)),
      })),
    suppress: (
      _root: object,
      { input }: { readonly input: Addressed & Reasoned },
      { caller, channel }: ChannelContext,
    ) =>
      payloadOf(async () => {
        const by = { reason: input.reason, actor: caller.actor };
        await channel.addresses.suppress(caller.account, input[field], field, by);
        return {};
      }),
    release: (
      _root: object,
      { input }: { readonly input: Addressed & Reasoned },
      { caller, channel }: ChannelContext,
    ) =>
      payloadOf(async () => {
        const by = { reason: input.reason, actor: caller.actor };
        await channel.addresses.release(caller.account, input[field], field, by);
        return {};
      }),
    setTimeZone: (
      _root: object,
      { input }: { readonly input: Addressed & { readonly timeZone?: string | null | undefined } },
      { caller, channel }: ChannelContext,
    ) =>
      payloadOf(async () => {
        await channel.addresses.setTimeZone(caller.account, input[field], field, input.timeZone ?? null);
        return {};
      }),
  };
};

/** Revocations on review, for channels on which people write free text. */
export const reviewResolvers = {
  id: ({ eventId }: ReviewRow) => eventId,
  waiting: async (
    _root: object,
    page: PageArguments,
    { caller, channel }: ChannelContext,
  ): Promise<Connection<ReviewRow>> => {
    const size = pageSize(page.first);
    const place = decodeCursor('revocationReviews', ['moment', 'uuid'], page.after);
    const behind =
      place === null
        ? { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
        : { at: new Date(Number(place[0])).toISOString(), id: String(place[1]) };
    const rows = await channel.reviewsOf(caller.account, behind, size + 1);
    const cursorOf = (row: ReviewRow) => encodeCursor('revocationReviews', [row.occurredAt.getTime(), row.eventId]);
    return connectionOf(rows, size, page.after, cursorOf, (row) => row);
  },
  decide: (
    _root: object,
    { input }: { readonly input: { readonly id: string; readonly decision: ReviewDecision; readonly reason: string } },
    { caller, channel }: ChannelContext,
  ) =>
    payloadOf(async () => {
      const by = { reason: input.reason, actor: caller.actor };
      return { review: await channel.decideReview(caller.account, input.id, input.decision, by) };
    }),
};
