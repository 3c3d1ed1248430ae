import type { Filter } from '@ucp/audience/filter';
import type { ScoreRule } from '@ucp/audience/score';
import { CodedError } from '@ucp/kit/errors';
import { recordId } from '@ucp/kit/ids';
import { expect, test } from 'vitest';
import type { SegmentRow } from '../store/segments.ts';
import { placed, RefusedLeaf } from './refused-leaf.ts';
import { checkSegment, usesOf } from './segment-uses.ts';
import { withoutSegments } from './without-segments.ts';

const account = 7;
const tag = (equals: string): Filter => ({ tag: { equals } });
const of = (segmentNo: number): Filter => ({ segment: { id: recordId('seg', account, segmentNo) } });
const segmentsOf = (...filters: readonly Filter[]): SegmentRow[] =>
  filters.map((filter, i) => ({ segmentNo: i + 1, name: `s${i + 1}`, filter, tracked: false, archivedAt: null }));
const rule: Omit<ScoreRule, 'when'> = {
  id: 'r',
  name: 'rule',
  part: 'ACTIONS',
  points: 1,
  perInstance: false,
  within: null,
  cap: null,
  decayOver: null,
};
const refusal = (work: () => unknown): { field: string | undefined; message: string } => {
  try {
    work();
  } catch (error) {
    if (error instanceof CodedError) return { field: error.field?.join('.'), message: error.message };
  }
  throw new Error('nothing was refused');
};

test('segments are written out, through as many as there are', () => {
  const segments = segmentsOf(tag('a'), { not: of(1) }, { any: [of(1), of(2)] });
  expect(withoutSegments({ all: [of(3), tag('b')] }, segments, account)).toEqual({
    all: [{ any: [tag('a'), { not: tag('a') }] }, tag('b')],
  });
});

test('a circle is refused where the filter asks for it, and names who is in it', () => {
  const segments = segmentsOf({ not: of(2) }, { any: [of(3)] }, of(1));
  expect(refusal(() => withoutSegments({ all: [tag('a'), of(1)] }, segments, account))).toEqual({
    field: 'filter.all.1.segment.id',
    message: 'The segment "s1" asks for itself, through "s2", "s3"',
  });
});

test('segments that double at every step are refused before they fill the memory', () => {
  const doubling = Array.from({ length: 40 }, (_, i): Filter => ({ all: [of(i + 2), of(i + 2)] }));
  const segments = segmentsOf(...doubling, tag('a'));
  expect(refusal(() => withoutSegments(of(1), segments, account)).message).toContain('may have 100 conditions');
});

test('a segment is not made so that what asks for it is beyond the limits', () => {
  const models = [{ name: 'Default', rules: [{ ...rule, when: { not: of(1) } }], ranges: [] }];
  const segments = segmentsOf(tag('a'), { all: [tag('b'), of(1)] });
  const wide = { any: Array.from({ length: 100 }, (_, i) => tag(`${i}`)) };
  expect(refusal(() => checkSegment({ segments, models }, account, { segmentNo: 1, filter: wide }, ['input']))).toEqual(
    {
      field: 'input',
      message: expect.stringContaining('The segment "s2" asks for this segment. With the conditions of its segments:'),
    },
  );
  expect(usesOf({ segments, models }, account, 1)).toEqual(['the segment "s2"', 'the score model "Default"']);
});

test('what an owner refuses is told where the filter asks for it, or for the segment that does', () => {
  const segments = segmentsOf({ not: tag('x') });
  const error = new RefusedLeaf('BAD_USER_INPUT', 'No such label', 'identity', {
    leaf: { name: 'tag', predicate: { equals: 'x' } },
    within: ['equals'],
  });
  const place = (filter: Filter) =>
    Object(
      placed(
        error,
        [
          { filter: tag('y'), path: ['a'] },
          { filter, path: ['b', 'when'] },
        ],
        (each) => withoutSegments(each, segments, account),
      ),
    ).field?.join('.');
  expect(place({ any: [tag('y'), tag('x')] })).toBe('b.when.any.1.tag.equals');
  expect(place({ any: [of(1)] })).toBe('b.when.any.0.segment');
  expect(place(tag('z'))).toBeUndefined();
});
