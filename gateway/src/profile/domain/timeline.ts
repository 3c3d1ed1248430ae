/** Something that happened, as a part tells it. */
export interface Activity {
  readonly id: string;
  readonly contactId: string;
  readonly at: string;
  readonly channel: string | null;
  readonly kind: string;
  readonly summary: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly messageId: string | null;
}

/** Newest first; at the same moment by id as text, descending, the same order in which parts give theirs. */
export const isBefore = (a: Activity, b: Activity): boolean => {
  const [left, right] = [Date.parse(a.at), Date.parse(b.at)];
  return left === right ? a.id > b.id : left > right;
};

/** The first `count` of several lists, each of them in order: what no list holds behind its end cannot come before. */
export function mergeActivities(lists: readonly (readonly Activity[])[], count: number): Activity[] {
  const places = lists.map(() => 0);
  const merged: Activity[] = [];
  while (merged.length < count) {
    let first = -1;
    lists.forEach((list, i) => {
      const head = list[places[i] ?? 0];
      const best = first < 0 ? undefined : lists[first]?.[places[first] ?? 0];
      if (head !== undefined && (best === undefined || isBefore(head, best))) first = i;
    });
    const next = first < 0 ? undefined : lists[first]?.[places[first] ?? 0];
    if (next === undefined) break;
    places[first] = (places[first] ?? 0) + 1;
    merged.push(next);
  }
  return merged;
}
