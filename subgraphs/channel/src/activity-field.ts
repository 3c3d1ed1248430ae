import { placeBehind } from '@ucp/kit/activity-place';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import type { ChannelContext } from './channel-resolvers.ts';
import { newestRead } from './store/contact-sql.ts';

/** Activity as a part tells it to the timeline. */
export interface TimelineActivity {
  readonly id: string;
  readonly contactId: string;
  readonly at: Date;
  readonly channel: string | null;
  readonly kind: string;
  readonly summary: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly messageId: string | null;
}

export interface ActivityArguments {
  readonly contactIds: readonly string[];
  readonly first: number;
  readonly before?: { readonly at: Date; readonly id: string } | null | undefined;
}

/** Answers `<channel>Activity`: newest first, at most `first` of each contact. Ids nobody has give nothing. */
export async function activityOf(
  { channel, load, caller: { account } }: Pick<ChannelContext, 'channel' | 'load' | 'caller'>,
  { contactIds, first, before }: ActivityArguments,
): Promise<TimelineActivity[]> {
  const contactNos = contactIds.flatMap((id) => contactNoOf(account, id) ?? []);
  const place = before === null || before === undefined ? null : placeBehind(channel.kind.name, before, bounds);
  const rows =
    place === null && first <= newestRead
      ? (await Promise.all(contactNos.map(load.newest))).flatMap((newest) => newest.slice(0, first))
      : await channel.activity.newestOf(account, contactNos, first, place);
  return rows.map((row) => ({
    id: `${channel.kind.name}.${row.eventId}`,
    contactId: contactId(account, row.asked),
    at: row.at,
    channel: channel.kind.name,
    kind: row.kind,
    summary: channel.kind.summarise(row.kind, row.details ?? {}, row.machine),
    details: row.machine ? { ...row.details, machine: true } : row.details,
    messageId: row.messageId,
  }));
}

/** Our own ids are UUIDs. */
const bounds = { least: '00000000-0000-0000-0000-000000000000', greatest: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
