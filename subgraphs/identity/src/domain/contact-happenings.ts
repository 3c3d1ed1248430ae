import type { PlaceOfPart } from '@ucp/kit/activity-place';
import type { ContactHappening } from './activity-entry.ts';
import type { MemberFacts } from './contact-view.ts';
import type { MergeState } from './merge-state.ts';

/** What a contact came out of: the contacts that it is made of, and the merges that hold, newest first. */
export interface Origins {
  readonly members: readonly Pick<MemberFacts, 'contactNo' | 'createdAt' | 'acquisition'>[];
  readonly merges: readonly MergeState[];
}

/** What happened to a contact on no channel, newest first, behind a place: its contacts were first known, or became one. */
export function happeningsBehind(
  { members, merges }: Origins,
  first: number,
  before: PlaceOfPart | null,
): ContactHappening[] {
  const all = [
    ...members.map(
      ({ contactNo, createdAt, acquisition }): ContactHappening => ({
        activityId: `c${numbered(contactNo)}`,
        at: createdAt,
        kind: 'CREATED',
        acquisitionKind: acquisition?.kind ?? null,
        detail: acquisition?.detail ?? null,
        absorbedNos: null,
      }),
    ),
    ...merges.map(
      ({ mergeNo, at, reason, absorbedNos }): ContactHappening => ({
        activityId: `m${numbered(mergeNo)}`,
        at,
        kind: 'MERGED',
        acquisitionKind: null,
        detail: reason,
        absorbedNos,
      }),
    ),
  ].sort((a, b) => compare(b, { at: a.at, id: a.activityId }));
  return all.filter((each) => before === null || compare(each, before) < 0).slice(0, first);
}

/** In the order of text as in that of numbers. */
const numbered = (no: number): string => String(no).padStart(10, '0');

const compare = ({ at, activityId }: Pick<ContactHappening, 'at' | 'activityId'>, place: PlaceOfPart): number =>
  at.getTime() - place.at.getTime() || (activityId < place.id ? -1 : Number(activityId !== place.id));
