import { type ContactBits, numbersBelow, numbersIn } from '@ucp/kit/contact-bits';
import { contactId } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, type PageArguments, pageSize } from '@ucp/kit/page';
import type { EngagedMembers, ScoredMembers } from '../service.ts';

/** Contacts of an audience by their numbers, which is the order of their ids' making; or the other way round. */
export function contactsByNo(members: ContactBits, account: number, page: PageArguments, descending = false) {
  const size = pageSize(page.first);
  const list = descending ? 'audience descending' : 'audience';
  const [behind] = decodeCursor(list, ['integer'], page.after) ?? [];
  const place = behind === undefined ? undefined : Number(behind);
  return connectionOf(
    descending ? numbersBelow(members, place, size + 1) : numbersIn(members, place, size + 1),
    size,
    page.after,
    (no) => encodeCursor(list, [no]),
    (no) => ({ id: contactId(account, no) }),
  );
}

/** Contacts by the total of their scores, those of the same one by their numbers; or the other way round. */
export const contactsByScore = (
  { members, totals }: ScoredMembers,
  account: number,
  page: PageArguments,
  descending: boolean,
) => contactsInOrder('audience by score', members, (no) => totals[no] ?? 0, account, page, descending);

/** Contacts by when they engaged last, those of the same second by their numbers; or the other way round. Who never did is last. */
export function contactsByLastEngaged(
  { members, lastEngaged }: EngagedMembers,
  account: number,
  page: PageArguments,
  descending: boolean,
) {
  const never = descending ? 0 : Number.MAX_SAFE_INTEGER;
  return contactsInOrder(
    'audience by last engaged',
    members,
    (no) => lastEngaged[no] || never,
    account,
    page,
    descending,
  );
}

interface Placed {
  readonly no: number;
  readonly value: number;
}

function contactsInOrder(
  name: string,
  members: ContactBits,
  numberOf: (no: number) => number,
  account: number,
  page: PageArguments,
  descending: boolean,
) {
  const size = pageSize(page.first);
  const list = descending ? `${name} descending` : name;
  const sign = descending ? -1 : 1;
  const order = (a: Placed, b: Placed): number => sign * (a.value - b.value || a.no - b.no);
  const place = decodeCursor(list, ['number', 'integer'], page.after);
  const behind = place === null ? null : { value: Number(place[0]), no: Number(place[1]) };
  const rows: Placed[] = [];
  for (const no of numbersIn(members)) {
    const row = { no, value: numberOf(no) };
    if (behind !== null && order(row, behind) <= 0) continue;
    const last = rows.at(-1);
    if (rows.length > size && last !== undefined && order(row, last) >= 0) continue;
    rows.splice(placeOf(rows, row, order), 0, row);
    // One more than the page tells that there is more; of a million no others are kept.
    if (rows.length > size + 1) rows.pop();
  }
  return connectionOf(
    rows,
    size,
    page.after,
    ({ value, no }) => encodeCursor(list, [value, no]),
    ({ no }) => ({ id: contactId(account, no) }),
  );
}

/** Where a row belongs among rows in order. */
function placeOf(rows: readonly Placed[], row: Placed, order: (a: Placed, b: Placed) => number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = rows[middle];
    if (there !== undefined && order(there, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
