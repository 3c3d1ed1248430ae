import {
  checkFilter,
  type Filter,
  filterLimits,
  leavesOf,
  type Path,
  placedLeaves,
  replaceLeaves,
} from '@ucp/audience/filter';
import { badInput, CodedError, notFound } from '@ucp/kit/errors';
import { recordNoOf } from '@ucp/kit/ids';
import type { SegmentRow } from '../store/segments.ts';

/**
 * A filter, checked whole but for what only owners know, with every `segment` leaf replaced by that segment's own filter. What is wrong within another segment is told where the
 * filter asks for it.
 * @param segments those of the account that are in use
 * @param options the segment that the filter is of, and where the filter stands in the input
 * @throws CodedError NOT_FOUND for an unknown segment; BAD_USER_INPUT for one that asks for itself, and for what `checkFilter` refuses
 */
export function withoutSegments(
  filter: Filter,
  segments: readonly SegmentRow[],
  account: number,
  options: { readonly own?: number | undefined; readonly path?: Path } = {},
): Filter {
  const { own, path = ['filter'] } = options;
  let replaced = 0;
  const expand = (each: Filter, through: readonly SegmentRow[], at: Path, outermost: Path | null): Filter =>
    replaceLeaves(
      each,
      ({ name, predicate }, place) => {
        if (name !== 'segment') return null;
        const told = outermost ?? [...place, 'id'];
        const segmentNo = recordNoOf('seg', account, String(Object(predicate).id));
        const segment = segments.find((known) => known.segmentNo === segmentNo);
        if (segment === undefined) throw notFound(told, 'The account has no segment of this id');
        if (segment.segmentNo === own || through.includes(segment)) throw badInput(told, cycleOf(segment, through));
        replaced += 1;
        if (replaced > filterLimits.leaves)
          throw badInput(told, `A filter may have ${filterLimits.leaves} conditions with those of its segments`);
        return expand(segment.filter, [...through, segment], place, told);
      },
      at,
    );
  checkFilter(filter, path);
  const expanded = expand(filter, [], path, null);
  if (replaced === 0) return filter;
  try {
    checkFilter(expanded, path);
  } catch (error) {
    throw error instanceof CodedError ? asWritten(error, filter, path) : error;
  }
  return expanded;
}

function cycleOf(segment: SegmentRow, through: readonly SegmentRow[]): string {
  const between = through.filter((each) => each !== segment).map(({ name }) => `"${name}"`);
  return `The segment "${segment.name}" asks for itself${between.length === 0 ? '' : `, through ${between.join(', ')}`}`;
}

/** What is too much within a segment, told where the filter asks for the segment. */
function asWritten(error: CodedError, filter: Filter, path: Path): CodedError {
  const { field } = error;
  const written = field === null ? null : askingSegment(filter, path, field);
  return written === null
    ? error
    : new CodedError(error.code, `With the conditions of its segments: ${error.message}`, written);
}

/** Where a filter asks for the segment that brings in what stands at a place of the filter with its segments written out; null: none. */
export function askingSegment(filter: Filter, path: Path, place: Path): Path | null {
  const asking = placedLeaves(filter, path).find(
    ({ leaf, path: at }) => leaf.name === 'segment' && at.slice(0, -1).every((step, i) => place[i] === step),
  );
  return asking?.path ?? null;
}

/** Whether a filter asks for the score, by itself or through the segments it asks for. */
export const asksForScore = (expanded: Filter): boolean => leavesOf([expanded]).some(({ name }) => name === 'score');
