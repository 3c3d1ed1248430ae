import { groupBy } from '@ucp/kit/align';
import type { Caller } from '@ucp/kit/caller';
import { badInput } from '@ucp/kit/errors';
import type { Connection } from '@ucp/kit/page';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import DataLoader from 'dataloader';
import type { ActivitySource } from './activity-source.ts';
import { type Activity, mergeActivities } from './domain/timeline.ts';

export interface TimelineArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly channels?: readonly string[] | null | undefined;
}

export type Timeline = Connection<Activity> & { readonly unavailable: string[] };
export type TimelineLoader = (contactId: string, page: TimelineArguments) => Promise<Timeline>;

interface Part {
  readonly source: ActivitySource;
  readonly isChannel: boolean;
}

const channelName = ({ source }: Part): string => source.part.toUpperCase();

/** Timelines of one request: contacts asked for the same page share one question to each part. */
export function createTimelineLoader(parts: readonly Part[], caller: Caller): TimelineLoader {
  const pages = new Map<string, DataLoader<string, Timeline>>();
  return (contactId, page) => {
    const key = JSON.stringify([page.first, page.after, page.channels]);
    const loader =
      pages.get(key) ?? new DataLoader((contactIds: readonly string[]) => timelinesOf(parts, caller, contactIds, page));
    pages.set(key, loader);
    return loader.load(contactId);
  };
}

async function timelinesOf(
  parts: readonly Part[],
  caller: Caller,
  contactIds: readonly string[],
  page: TimelineArguments,
): Promise<Timeline[]> {
  const size = pageSize(page.first);
  const place = decodeCursor('timeline', ['number', 'string'], page.after);
  const before = place === null ? null : { at: new Date(Number(place[0])).toISOString(), id: String(place[1]) };
  const asked = chosen(parts, page.channels);
  const request = { contactIds, first: size + 1, before };
  const answers = await Promise.all(asked.map(({ source }) => source.read(request, caller)));
  const unavailable = asked.filter((_, i) => answers[i] === null).map(channelName);
  const lists = answers.map((activities) => groupBy(activities ?? [], (activity) => activity.contactId));
  return contactIds.map((contactId) => {
    const merged = mergeActivities(
      lists.map((list) => list.get(contactId) ?? []),
      size + 1,
    );
    const cursorOf = ({ at, id }: Activity) => encodeCursor('timeline', [Date.parse(at), id]);
    return { ...connectionOf(merged, size, page.after, cursorOf, (activity) => activity), unavailable };
  });
}

/** @throws CodedError BAD_USER_INPUT for a channel there is none of */
function chosen(parts: readonly Part[], channels: readonly string[] | null | undefined): readonly Part[] {
  if (channels === null || channels === undefined) return parts;
  const known = parts.filter(({ isChannel }) => isChannel);
  const wrong = channels.find((channel) => !known.some((part) => channelName(part) === channel));
  if (wrong !== undefined) {
    throw badInput(['channels'], `"channels" takes ${known.map(channelName).sort().join(', ')}, got "${wrong}"`);
  }
  return known.filter((part) => channels.includes(channelName(part)));
}
