import { type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import { type LeafTimes, timesOf } from '@ucp/kit/leaf';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import type { AskingLedgers } from '../ledger-answers.ts';
import { whatWasDone } from '../store/done.ts';
import type { Asked } from './answers.ts';
import { columnKey, never } from './columns.ts';
import { lastsOf } from './contact-lasts.ts';
import type { Kept } from './did-contacts.ts';

/** When each of some contacts engaged last, of its own accord; those that never did are absent. In the order of their numbers. */
export async function lastEngagedOf(channel: Asked, asking: AskingLedgers, among: ContactBits): Promise<LeafTimes> {
  const { db, kind, audience } = channel;
  const { caller, asOf } = asking;
  const indexed =
    caller.at === undefined
      ? await audience.withIndex(caller.account, async (index) => {
          asOf.note(index.asOf);
          return lastOfEach(index, kind, among);
        })
      : null;
  if (indexed !== null) return indexed;
  const [facts = []] = await whatWasDone(db, 'many', kind, asking, [{ kinds: kind.engaged }], numbersIn(among));
  return newestOfEach(timesOf(facts));
}

function lastOfEach(kept: Kept, kind: ChannelKind, among: ContactBits): LeafTimes {
  const lasts = kind.engaged.flatMap((name) => {
    const key = columnKey(kindNo(kind, name), false);
    const column = kept.columns.get(key);
    return column === undefined ? [] : [lastsOf(kept.lasts, key, column, kept.roots)];
  });
  const times: number[] = [];
  for (const no of numbersIn(among)) {
    const last = lasts.reduce((newest, seconds) => Math.max(newest, seconds[no] ?? never), never);
    if (last !== never) times.push(no, last);
  }
  return Uint32Array.from(times);
}

/** Of times by contact, the oldest first, the last of each contact. */
const newestOfEach = (times: LeafTimes): LeafTimes => times.filter((_, i) => times[(i & ~1) + 2] !== times[i & ~1]);
