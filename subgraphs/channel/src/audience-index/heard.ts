import { type ChannelKind, kindNo } from '../channel-kind.ts';
import type { AccountIndex } from './account-index.ts';
import { columnKey } from './columns.ts';
import type { News } from './news.ts';

/** Contacts of which something is said that verdicts may follow from, as they are shown at the moment. */
export function* contactsHeardOf(
  channel: ChannelKind,
  { roots, columns }: AccountIndex,
  { events, links, contacts, stated }: News,
): Generator<number> {
  const { rootOf, rootOfContact } = roots;
  for (const address of stated) yield rootOf[address] ?? 0;
  for (let i = 0; i < links.length; i += 2) yield rootOf[links[i] ?? 0] ?? 0;
  for (let i = 0; i < contacts.length; i += 2) yield rootOfContact[contacts[i] ?? 0] ?? 0;
  if (channel.presets.heldAfter === null) return;
  const [bounce, delivered] = [kindNo(channel, 'HARD_BOUNCE'), kindNo(channel, 'DELIVERED')];
  const bounces = [false, true].flatMap((machine) => columns.get(columnKey(bounce, machine)) ?? []);
  for (let i = 0; i < events.length; i += 3) {
    const [address, kind] = [events[i + 1] ?? 0, (events[i + 2] ?? 0) >> 1];
    // A delivery changes nothing for an address that never bounced, and most are of such.
    const counts = kind === bounce || (kind === delivered && bounces.some(({ total }) => (total[address] ?? 0) > 0));
    if (counts) yield rootOf[address] ?? 0;
  }
}
