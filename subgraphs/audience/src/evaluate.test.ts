import { bitsOf, numbersIn } from '@ucp/kit/contact-bits';
import type { LeafFact } from '@ucp/kit/leaf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, answersOf, type LeafResult } from './answers.ts';
import { evaluate } from './evaluate.ts';
import { explain, wordsOf } from './explain.ts';
import { checkFilter, type Filter, keyOf, leavesOf, nodeOf } from './filter.ts';
import { type ScoreRule, scoreContacts } from './score.ts';
import { windowsOf } from './together.ts';

const now = new Date('2026-06-30T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const everybody = [1, 2, 3, 4, 5, 6];
const leaf = (name: string, n = 0): Filter => ({ [name]: { n } });
const fact = (contact: number, days: number, kind = 'CLICK'): LeafFact => ({
  contact,
  at: daysAgo(days),
  channel: 'EMAIL',
  kind,
});

/** Answers as owners give them: contacts of each leaf, with facts where it is about something that happens. */
function given(entries: readonly (readonly [Filter, readonly number[], (readonly LeafFact[])?])[]): Answers {
  const results = new Map<string, LeafResult>(
    entries.map(([filter, contactNos, facts]) => {
      const [only] = leavesOf([filter]);
      if (only === undefined) throw new Error('not a leaf');
      return [
        keyOf(only),
        {
          contacts: bitsOf(contactNos),
          happens: facts !== undefined,
          facts: [...(facts ?? [])].sort((a, b) => b.at.getTime() - a.at.getTime()),
        },
      ];
    }),
  );
  return answersOf(now, bitsOf(everybody), results);
}

describe('a filter', () => {
  const sets = fc.tuple(fc.subarray(everybody), fc.subarray(everybody), fc.subarray(everybody));
  const filter: fc.Arbitrary<Filter> = fc.letrec<{ any: Filter }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(leaf('a'), leaf('b'), leaf('c')),
      fc.array(tie('any'), { maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('any'), { maxLength: 3 }).map((any) => ({ any })),
      tie('any').map((not) => ({ not })),
    ),
  })).any;

  /** The meaning of a filter for one contact, spelled out. */
  const holds = (each: Filter, contactNo: number, members: Readonly<Record<string, readonly number[]>>): boolean => {
    const node = nodeOf(each);
    if (node.is === 'leaf') return members[node.leaf.name]?.includes(contactNo) ?? false;
    if (node.is === 'not') return !holds(node.filter, contactNo, members);
    const outcomes = node.filters.map((inner) => holds(inner, contactNo, members));
    return node.is === 'any' ? outcomes.includes(true) : !outcomes.includes(false);
  };

  test('over the whole account means for each contact what it means for one', () => {
    fc.assert(
      fc.property(filter, sets, (each, [a, b, c]) => {
        const answers = given([
          [leaf('a'), a],
          [leaf('b'), b],
          [leaf('c'), c],
        ]);
        const expected = everybody.filter((contactNo) => holds(each, contactNo, { a, b, c }));
        expect(numbersIn(evaluate(each, answers))).toEqual(expected);
      }),
    );
  });

  test('is exactly one thing, of bounded depth and size', () => {
    expect(() => checkFilter({})).toThrow('A filter has exactly one field, got none');
    expect(() => checkFilter({ all: [], any: [] })).toThrow('got all and any');
    const deep = Array.from({ length: 11 }).reduce<Filter>((inner) => ({ not: inner }), leaf('a'));
    expect(() => checkFilter(deep)).toThrow('10 levels deep');
    expect(() => checkFilter({ all: Array.from({ length: 101 }, () => leaf('a')) })).toThrow('100 conditions, got 101');
    const long = { tag: { in: Array.from({ length: 300 }, () => 'x'.repeat(1_000)) } };
    expect(() => checkFilter({ any: [leaf('a'), long] })).toThrow(
      expect.objectContaining({
        message: 'A filter may have 300000 characters, got 300915',
        field: ['filter', 'any', '1', 'tag'],
      }),
    );
    expect(() => checkFilter({ together: { within: 'P1D', all: [leaf('a'), { not: leaf('b') }] } })).toThrow(
      'got "not"',
    );
  });

  test('is told in words, condition by condition', () => {
    expect(
      wordsOf('sms', {
        did: [{ kinds: ['CLICK', 'REPLY'], within: 'P7D', atLeast: 2, includeMachine: false }],
        canSend: true,
      }),
    ).toBe('sms did CLICK or REPLY within P7D at least 2 can send true');
    const answers = given([
      [leaf('a'), [1], [fact(1, 3)]],
      [leaf('b'), []],
    ]);
    expect(explain({ all: [leaf('a'), { not: leaf('b') }] }, 1, answers)).toEqual([
      { predicate: 'a n 0', matched: true, facts: [fact(1, 3)] },
      { predicate: 'b n 0', matched: false, facts: [] },
    ]);
  });
});

describe('together', () => {
  const [clicks, replies] = [leaf('email'), leaf('sms')];
  const windows = (clickDays: readonly number[], replyDays: readonly number[], within: string) => {
    const answers = given([
      [clicks, [1], clickDays.map((days) => fact(1, days))],
      [replies, [1], replyDays.map((days) => fact(1, days, 'REPLY'))],
    ]);
    return windowsOf([clicks, replies], within, 1, answers).map(({ happenings }) =>
      happenings.map(({ at }) => (now.getTime() / 1_000 - at) / 86_400),
    );
  };

  test.each([
    ['either may come first', [5], [3], [[5, 3]]],
    ['either may come first, the other way round', [3], [5], [[3, 5]]],
    ['the edge belongs to the window', [9], [2], [[9, 2]]],
    ['beyond it is too far', [9.1], [2], []],
    ['a fact counts in one window only', [5, 4], [3], [[5, 3]]],
    ['an old one without a partner does not keep the others from finding theirs', [60, 5], [3], [[5, 3]]],
    [
      'two of each are two windows',
      [40, 5],
      [38, 3],
      [
        [40, 38],
        [5, 3],
      ],
    ],
  ])('%s', (_name, clickDays, replyDays, expected) => {
    expect(windows(clickDays, replyDays, 'P7D')).toEqual(expected);
  });
});

describe('a score', () => {
  const rule = (more: Partial<ScoreRule>): ScoreRule => ({
    id: 'r1',
    name: 'rule',
    part: 'ACTIONS',
    points: 3,
    perInstance: true,
    within: null,
    cap: null,
    decayOver: null,
    when: leaf('a'),
    ...more,
  });
  const points = (more: Partial<ScoreRule>, days: readonly number[]) => {
    const answers = given([[leaf('a'), [1], days.map((each) => fact(1, each))]]);
    return scoreContacts({ rules: [rule(more)], ranges: [{ name: 'Warm', from: 5 }] }, answers, [1, 2]).get(1);
  };

  test.each([
    ['each instance counts', {}, [1, 2, 3], 9],
    ['once, when it does not count per instance', { perInstance: false }, [1, 2, 3], 3],
    ['at most the cap', { cap: 5 }, [1, 2, 3], 5],
    ['below zero at most the cap too', { points: -3, cap: 5 }, [1, 2, 3], -5],
    ['nothing before the window', { within: 'P2D' }, [1, 1.9, 2.1], 6],
    ['by whole days less', { decayOver: 'P10D' }, [0.5, 1.5, 9.9, 10.1], 3 + 2.7 + 0.3],
    ['what a contact is counts once', { part: 'DEMOGRAPHICS' as const }, [1, 2], 3],
  ])('%s', (_name, more, days, expected) => {
    expect(points(more, days)?.total).toBeCloseTo(expected, 4);
  });

  const cart = leaf('cart');
  const [visit, conversion, reachable] = [leaf('visit'), leaf('conversion'), leaf('reachable')];
  const gives = (when: Filter, more: Partial<ScoreRule> = {}) => {
    const answers = given([
      [visit, [1], [fact(1, 40)]],
      [cart, [1], [fact(1, 20), fact(1, 22)]],
      [conversion, [], []],
      [reachable, [1, 2]],
    ]);
    const model = { rules: [rule({ points: 30, perInstance: false, when, ...more })], ranges: [] };
    const [contribution] = scoreContacts(model, answers, [1]).get(1)?.contributions ?? [];
    return contribution === undefined
      ? null
      : [contribution.points, contribution.occurrences, contribution.lastAt?.getTime(), contribution.facts.length];
  };
  const [cartAt, nowAt] = [daysAgo(20).getTime(), now.getTime()];
  const each = { perInstance: true };
  const fading = { decayOver: 'P30D' };

  test.each<[string, Filter, Partial<ScoreRule>, (number | undefined)[] | null]>([
    ['a branch that does not hold', { any: [{ all: [visit, conversion] }, cart] }, each, [60, 2, cartAt, 2]],
    ['a "not" that does not hold', { any: [{ not: visit }, cart] }, each, [60, 2, cartAt, 2]],
    ['a "not" beside what happened', { all: [cart, { not: conversion }] }, fading, [10, 2, cartAt, 2]],
    ['a state beside what happened', { all: [cart, reachable] }, fading, [10, 2, cartAt, 2]],
    ['each instance for which a "not" holds', { all: [cart, { not: conversion }] }, each, [60, 2, cartAt, 2]],
    ['what happened before the window', { all: [cart, { not: conversion }] }, { within: 'P7D' }, null],
    ['the last of what had to happen', { all: [visit, cart] }, { ...each, ...fading }, [10, 1, cartAt, 2]],
    [
      'a window and a "not"',
      { all: [{ together: { within: 'P30D', all: [visit, cart] } }, { not: conversion }] },
      fading,
      [8, 1, daysAgo(22).getTime(), 2],
    ],
    ['neither of two', { not: { any: [conversion, { not: cart }] } }, fading, [10, 2, cartAt, 2]],
    ['a state or what happened', { any: [reachable, cart] }, each, [90, 3, nowAt, 2]],
    ['states of which any is enough', { any: [reachable, { not: conversion }] }, each, [30, 1, nowAt, 0]],
    ['everybody', { all: [] }, fading, [30, 1, nowAt, 0]],
  ])('counts %s as what it is', (_name, when, more, expected) => {
    expect(gives(when, more)).toEqual(expected);
  });

  test.each<[string, Filter, (number | undefined)[]]>([
    ['a state', reachable, [30, 1, nowAt, 0]],
    ['what happened', cart, [60, 2, cartAt, 2]],
    ['what did not happen', { not: conversion }, [30, 1, nowAt, 0]],
  ])('gives the same for %s, alone in a group, and not not', (_name, when, expected) => {
    for (const same of [
      when,
      { all: [when] },
      { any: [when] },
      { not: { not: when } },
      { not: { any: [{ not: when }] } },
    ])
      expect(gives(same, each)).toEqual(expected);
  });

  test('has the highest range that it reaches, and lists what it is made of', () => {
    expect(points({}, [1, 2])).toMatchObject({
      leadStatus: 'Warm',
      contributions: [{ occurrences: 2, lastAt: daysAgo(1), facts: [fact(1, 1), fact(1, 2)] }],
    });
    expect(points({}, [])).toMatchObject({ total: 0, leadStatus: null, contributions: [] });
  });
});
