import { serviceCaller } from '@ucp/kit/caller';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
let id: string;

beforeAll(async () => {
  system = await startSystem({ background: false });
  story = await tellStory(system);
  const fields = { city: 'TEXT', age: 'NUMBER', born: 'DATE', vip: 'BOOLEAN' };
  for (const [key, type] of Object.entries(fields))
    await story.ask(
      'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { message } } }',
      { input: { key, label: key, type } },
    );
  id = await story.contact({ email: 'ada@example.com' });
});
afterAll(() => system.stop());

const tag = { tag: { equals: 'x' } };
const opens = (more: object) => ({ email: { did: [{ kinds: ['OPEN'], ...more }] } });
const nested = (levels: number): object => (levels === 0 ? tag : { not: nested(levels - 1) });
const times = (count: number, each: object): object[] => Array.from({ length: count }, () => each);
/** A filter, the place of what is wrong, and the words for it. */
const wrong: readonly (readonly [string, object, string, RegExp])[] = [
  ['deeper than the limit', nested(10), `filter${'.not'.repeat(10)}`, /10 levels deep, this one is deeper/],
  ['wider than the limit', { any: times(101, tag) }, 'filter.any.100.tag', /100 conditions, got 101/],
  ['of many groups of nothing', { any: times(200, { all: [] }) }, 'filter.any.100', /100 conditions, got 200/],
  ['of many conditions in one', { email: { did: times(101, { kinds: ['OPEN'] }) } }, 'filter.email', /got 101/],
  [
    'of more text than the limit',
    { any: [tag, { field: { key: 'city', in: Array.from({ length: 400 }, () => 'x'.repeat(1_000)) } }] },
    'filter.any.1.field',
    /300000 characters, got 4012\d\d/,
  ],
  ['of two things', { not: { ...tag, ...opens({}) } }, 'filter.not', /Exactly one|exactly one/],
  ['of no field', { all: [tag, { field: { key: 'shoe' } }] }, 'filter.all.1.field.key', /no field "shoe"/],
  [
    'text for a number',
    { not: { field: { key: 'age', equals: 'old' } } },
    'filter.not.field.equals',
    /takes a number, got "old"/,
  ],
  ['a number for text', { field: { key: 'city', equals: 1 } }, 'filter.field.equals', /compared with text, got 1/],
  ['one of a list', { field: { key: 'age', in: [1, 'two'] } }, 'filter.field.in.1', /takes a number, got "two"/],
  ['an order of texts', { field: { key: 'city', lessThan: 'b' } }, 'filter.field.lessThan', /"city" is TEXT/],
  ['a part of a number', { field: { key: 'age', contains: '1' } }, 'filter.field.contains', /"age" is NUMBER/],
  [
    'no day of the calendar',
    { field: { key: 'born', greaterThan: '2026-02-30' } },
    'filter.field.greaterThan',
    /takes a date/,
  ],
  [
    'nothing for a truth value',
    { field: { key: 'vip', equals: '' } },
    'filter.field.equals',
    /takes true or false, got ""/,
  ],
  [
    'of no alternatives',
    { any: [tag, { field: { key: 'city', in: [] } }] },
    'filter.any.1.field.in',
    /1 to 1000 values, got none/,
  ],
  ['of no kinds', { email: { did: [{ kinds: [] }] } }, 'filter.email.did.0.kinds', /got none/],
  ['of too many values', { field: { key: 'age', in: times(1_001, Object(1)) } }, 'filter.field.in', /got 1001/],
  [
    'a window before now',
    { all: [tag, tag, opens({ within: '-P1D' })] },
    'filter.all.2.email.did.0.within',
    /got "-P1D"/,
  ],
  ['a window of nothing', opens({ within: 'PT0S' }), 'filter.email.did.0.within', /above zero/],
  ['a window beyond what is kept', opens({ within: 'P20Y' }), 'filter.email.did.0.within', /at most P3660D/],
  [
    'a window of no length',
    { together: { within: 'soon', all: [opens({}), opens({})] } },
    'filter.together.within',
    /ISO 8601/,
  ],
  ['of no kind there is', { email: { did: [{ kinds: ['OPEN', 'WINK'] }] } }, 'filter.email.did.0.kinds.1', /WINK/],
  ['not even once', { any: [opens({ atLeast: 0 })] }, 'filter.any.0.email.did.0.atLeast', /1 or more, got 0/],
  ['behavior less than once', { behavior: { name: 'x', atLeast: -1 } }, 'filter.behavior.atLeast', /1 or more, got -1/],
  [
    'of a group within a window',
    { together: { within: 'P1D', all: [opens({}), nested(1)] } },
    'filter.together.all.1',
    /got "not"/,
  ],
  ['of no segment', { all: [{ segment: { id: 'seg_nobody' } }] }, 'filter.all.0.segment.id', /no segment of this id/],
];

describe('a filter', () => {
  test.each(wrong)('%s is refused where it is wrong', async (_name, filter, place, message) => {
    const { errors } = await story.ask('query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }', {
      filter,
    });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions).toMatchObject({ field: place.split('.'), retryable: false });
    expect(['BAD_USER_INPUT', 'NOT_FOUND']).toContain(errors?.[0]?.extensions.code);
    // Nor is it saved.
    const saved = await story.ask(
      'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } userErrors { field message } } }',
      { input: { name: place, filter } },
    );
    const refusal = saved.data?.segmentCreate?.userErrors[0] ?? { field: saved.errors?.[0]?.extensions.field };
    expect(refusal.field.join('.')).toBe(`input.${place}`);
  });

  test.each([90, 8_000, 100_000])('of %i levels is refused as one of eleven is', async (levels) => {
    const filter = `${'{"not":'.repeat(levels)}{"tag":{"equals":"x"}}${'}'.repeat(levels)}`;
    const query = 'query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }';
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${story.keys.ADMIN}` },
      body: `{"query":"${query}","variables":{"filter":${filter}}}`,
    });
    const { errors } = JSON.parse(await response.text());
    expect(errors).toMatchObject([
      { message: expect.stringContaining('levels deep'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('written into the document is refused in the same place', async () => {
    const ask = async (filter: string) =>
      (await story.ask(`{ audience(filter: ${filter}) { size } }`)).errors?.[0]?.extensions;
    expect(await ask('{ all: [{ email: { did: [{ kinds: [OPEN], within: "-P1D" }] } }] }')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['filter', 'all', '0', 'email', 'did', '0', 'within'],
    });
    expect(await ask('{ all: [{ tag: { equals: "x" } }, { email: { did: [{ kinds: [WINK] }] } }] }')).toMatchObject({
      field: ['filter', 'all', '1', 'email', 'did', '0', 'kinds', '0'],
    });
  });

  test('that any number may be compared with the score by is none of these', async () => {
    const { errors } = await story.ask('{ audience(filter: { score: { atLeast: -5 } }) { size } }');
    expect(errors).toBeUndefined();
  });

  test('of no field of the account is refused for one contact as it is for all', async () => {
    const identity = system.parts.find(({ name }) => name === 'identity');
    const query =
      'query ($ids: [ID!]) { fieldAudience(predicates: [{ key: "city" }, { key: "shoe" }], contactIds: $ids) { contacts } }';
    const caller = { ...serviceCaller('test', 1), scopes: ['service', 'pii:read'] };
    for (const ids of [null, [id]]) {
      const answer = await identity?.execute({ query, variables: { ids } }, caller);
      expect(answer?.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: ['predicates', '1', 'key'] });
    }
  });
});

test('a segment that would close a cycle is not saved, nor is a rule of the score that asks for the score', async () => {
  const save = async (input: object) =>
    (
      await story.ask(
        'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } userErrors { field message } } }',
        { input },
      )
    ).data.segmentCreate;
  const first = (await save({ name: 'first', filter: tag })).segment.id;
  const second = (await save({ name: 'second', filter: { not: { segment: { id: first } } } })).segment.id;
  const closing = await save({ id: first, name: 'first', filter: { any: [tag, { segment: { id: second } }] } });
  expect(closing.userErrors).toEqual([
    {
      field: ['input', 'filter', 'any', '1', 'segment', 'id'],
      message: 'The segment "first" asks for itself, through "second"',
    },
  ]);
  const wide = await save({ id: first, name: 'first', filter: { any: times(100, { not: tag }) } });
  expect(wide.userErrors).toEqual([]);
  const wider = await save({ name: 'third', filter: { all: [tag, { segment: { id: second } }] } });
  expect(wider.userErrors[0]).toMatchObject({
    field: ['input', 'filter', 'all', '1', 'segment'],
    message: expect.stringMatching(/With the conditions of its segments: .*100 conditions, got 101/),
  });
  const rules = async (when: object) =>
    (
      await story.ask(
        'mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { field message } } }',
        {
          input: {
            rules: [
              { name: 'a', part: 'ACTIONS', points: 1, when: tag },
              { name: 'b', part: 'ACTIONS', points: 1, when },
            ],
          },
        },
      )
    ).data.scoreModelSet.userErrors;
  const hot = (await save({ name: 'hot', filter: { score: { atLeast: 5 } } })).segment.id;
  expect((await rules({ segment: { id: hot } }))[0]).toMatchObject({
    field: ['input', 'rules', '1', 'when'],
    message: 'A rule of the score cannot ask for the score itself, also not through a segment',
  });
  expect((await rules({ any: [{ field: { key: 'shoe' } }] }))[0].field).toEqual(
    'input.rules.1.when.any.0.field.key'.split('.'),
  );
  expect(await rules({ segment: { id: first } })).toEqual([]);
  const scored = await save({ id: first, name: 'first', filter: { score: { atLeast: 5 } } });
  expect(scored.userErrors[0]).toMatchObject({
    field: ['input', 'filter'],
    message:
      'The score model "Default" asks for this segment. A rule of the score cannot ask for the score itself, also not through a segment',
  });
});

describe('a score model', () => {
  const rule = (more: object) => ({ name: 'r', part: 'ACTIONS', points: 1, when: opens({}), ...more });
  const wide = (from: number) => ({ any: Array.from({ length: 90 }, (_, i) => opens({ atLeast: from + i })) });

  test.each<[string, object, string, RegExp]>([
    ['that shrinks by parts of days', { rules: [rule({ decayOver: 'PT36H' })] }, 'rules.0.decayOver', /whole days/],
    ['of more points than there are', { rules: [rule({}), rule({ points: 1e308 })] }, 'rules.1.points', /got 1e\+308/],
    ['of a cap beyond all points', { rules: [rule({ cap: -2e6 })] }, 'rules.0.cap', /got -2000000/],
    [
      'of a range beyond all points',
      { rules: [], ranges: [{ name: 'Far', from: 1e9 }] },
      'ranges.0.from',
      /got 1000000000/,
    ],
    [
      'of very many conditions',
      { rules: [rule({ when: wide(1) }), rule({}), rule({ when: wide(100) }), rule({ when: wide(200) })] },
      'rules.3.when',
      /200 conditions/,
    ],
  ])('%s is refused where it is wrong', async (_name, input, place, message) => {
    const { data } = await story.ask(
      'mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { scoreModel { version } userErrors { code field message } } }',
      { input },
    );
    expect(data.scoreModelSet).toMatchObject({
      scoreModel: null,
      userErrors: [
        { code: 'BAD_USER_INPUT', field: ['input', ...place.split('.')], message: expect.stringMatching(message) },
      ],
    });
  });
});

test('the size of a segment over thousands of years is refused as soon as that over two', async () => {
  const { data } = await story.ask('{ segments(first: 1) { nodes { id } } }');
  const { errors } = await story.ask(
    'query ($id: ID!) { segment(id: $id) { sizes(from: "0001-01-01T00:00:00Z", until: "9999-01-01T00:00:00Z") { size } } }',
    { id: data.segments.nodes[0].id },
  );
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: ['from'] } });
});
