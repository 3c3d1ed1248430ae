import { contactId, contactNoOf } from '@ucp/kit/ids';
import type { Channel } from './channel.ts';
import type { ActivityPlace } from './store/activity.ts';

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
export async function activityOf(channel: Channel, account: number, { contactIds, first, before }: ActivityArguments): Promise<TimelineActivity[]> {
  const contactNos = contactIds.flatMap((id) => contactNoOf(account, id) ?? []);
  const place = before === null || before === undefined ? null : placeBehind(channel.kind.name, before);
  const rows = await channel.activity.newestOf(account, contactNos, first, place);
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

const least = '00000000-0000-0000-0000-000000000000';
const greatest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * A timeline's place among our own rows. Ids are compared as text, part first: at the same moment everything of a part
 * that sorts below the place's part is still to come, and nothing of one that sorts above it.
 */
export function placeBehind(part: string, { at, id }: { readonly at: Date; readonly id: string }): ActivityPlace {
  const dot = id.indexOf('.');
  const placePart = id.slice(0, dot);
  if (placePart === part) return { at, eventId: id.slice(dot + 1) };
  return { at, eventId: `${part}.` < `${placePart}.` ? greatest : least };
}
