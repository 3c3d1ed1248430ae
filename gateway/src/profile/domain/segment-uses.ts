import { type Filter, leavesOf, type Path } from '@ucp/audience/filter';
import type { ScoreModel } from '@ucp/audience/score';
import { badInput, CodedError } from '@ucp/kit/errors';
import { recordNoOf } from '@ucp/kit/ids';
import type { SegmentRow } from '../store/segments.ts';
import { asksForScore, withoutSegments } from './without-segments.ts';

/** Rules of an account that may ask for segments. */
export interface Asking {
  /** Those in use. */
  readonly segments: readonly SegmentRow[];
  readonly models: readonly (ScoreModel & { readonly name: string })[];
}

/** Whether a filter itself asks for a segment. */
export const asksFor = (filter: Filter, account: number, segmentNo: number): boolean =>
  leavesOf([filter]).some(
    ({ name, predicate }) =>
      name === 'segment' && recordNoOf('seg', account, String(Object(predicate).id)) === segmentNo,
  );

/** What of an account's rules asks for a segment, in words. */
export function usesOf({ segments, models }: Asking, account: number, segmentNo: number): string[] {
  const uses = (filter: Filter): boolean => asksFor(filter, account, segmentNo);
  return [
    ...segments.filter(({ filter }) => uses(filter)).map(({ name }) => `the segment "${name}"`),
    ...models
      .filter(({ rules }) => rules.some(({ when }) => uses(when)))
      .map(({ name }) => `the score model "${name}"`),
  ];
}

/**
 * Whether the rules hold together with a segment as it is to be: it asks for no segment that asks for it, and what asks for it stays
 * within the limits.
 * @param segment without a number where it is new, when nothing can ask for it yet
 * @throws CodedError BAD_USER_INPUT, NOT_FOUND
 */
export function checkSegment(
  asking: Asking,
  account: number,
  segment: { readonly segmentNo: number | undefined; readonly filter: Filter },
  path: Path,
): void {
  const { segmentNo, filter } = segment;
  withoutSegments(filter, asking.segments, account, { own: segmentNo, path });
  if (segmentNo === undefined) return;
  const segments = asking.segments.map((each) => (each.segmentNo === segmentNo ? { ...each, filter } : each));
  const check = (name: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (error instanceof CodedError) throw badInput(path, `${name} asks for this segment. ${error.message}`);
      throw error;
    }
  };
  for (const each of segments)
    check(`The segment "${each.name}"`, () => withoutSegments(each.filter, segments, account, { own: each.segmentNo }));
  for (const each of asking.models)
    check(`The score model "${each.name}"`, () => checkModel(each, segments, account, () => ['filter']));
}

/** Conditions of all rules of a model: who asks for a score asks for all of them, of everybody. */
const modelConditions = 200;

/** @throws CodedError BAD_USER_INPUT, NOT_FOUND where a rule of a model asks what it cannot */
export function checkModel(
  model: ScoreModel,
  segments: readonly SegmentRow[],
  account: number,
  whenOf: (place: number) => Path,
): void {
  let conditions = 0;
  model.rules.forEach(({ when }, place) => {
    const path = whenOf(place);
    const expanded = withoutSegments(when, segments, account, { path });
    conditions += leavesOf([expanded]).length;
    if (conditions > modelConditions)
      throw badInput(path, `The rules of a model may have ${modelConditions} conditions with those of their segments`);
    if (asksForScore(expanded))
      throw badInput(path, 'A rule of the score cannot ask for the score itself, also not through a segment');
  });
}
