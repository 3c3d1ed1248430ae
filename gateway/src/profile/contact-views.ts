import type { Score } from '@ucp/audience/score';
import { hasBit } from '@ucp/kit/contact-bits';
import { Moved } from './as-one.ts';
import { type Gathering, gatherOnce } from './evaluation.ts';
import { inTurns } from './segments/in-turns.ts';
import type { AccountRules } from './store/rules.ts';
import type { SegmentRow } from './store/segments.ts';

export interface ContactView {
  /** Null where it was not wanted. */
  readonly score: Score | null;
  /** By name. None where they were not wanted. */
  readonly segments: readonly SegmentRow[];
}

export interface Wanted {
  readonly score: boolean;
  readonly segments: boolean;
}

export interface ContactViews {
  readonly views: Map<number, ContactView>;
  /** Which merges all of it is by. */
  readonly asOf: number | null;
}

/**
 * What is wanted of contacts, segments in as many questions as they need.
 * @throws Moved when contacts were merged, or merges taken back, between two of them
 */
export async function viewsOnce(
  base: Pick<Gathering, 'ask' | 'caller'> & { readonly rules: AccountRules },
  contactNos: readonly number[],
  wanted: Wanted,
): Promise<ContactViews> {
  const { caller, rules } = base;
  const within = new Map(contactNos.map((no) => [no, [] as SegmentRow[]]));
  let scores: ReadonlyMap<number, Score> | null = null;
  let asOf: number | null = null;
  let isFirst = true;
  for await (const group of inTurns(wanted.segments ? rules.segments : [], rules, caller.account)) {
    const scored = wanted.score && isFirst;
    const filters = group.map(({ filter }) => filter);
    const found = await gatherOnce({ ...base, filters, scored, contactNos });
    if (!isFirst && found.asOf !== asOf) throw new Moved({});
    ({ asOf } = found);
    isFirst = false;
    if (scored) scores = found.scores(contactNos);
    for (const segment of group) {
      const members = found.members(segment.filter);
      for (const no of contactNos) if (hasBit(members, no)) within.get(no)?.push(segment);
    }
  }
  const views = contactNos.map(
    (no) => [no, { score: scores?.get(no) ?? null, segments: within.get(no) ?? [] }] as const,
  );
  return { views: new Map(views), asOf };
}
