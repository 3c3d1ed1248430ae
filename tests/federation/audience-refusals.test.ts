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
  ['behavior before now', { behavior: { name: 'x', within: '-PT1H' } }, 'filter.behavior.within', /got "-PT1H"/],
  ['created before now', { not: { created: { within: '-P1M' } } }, 'filter.not.created.within', /got "-P1M"/],
  [
    'a status since before now',
    { any: [tag, { sms: { statusSince: { within: 'P-1D' } } }] },
    'filter.any.1.sms.statusSince.within',
    /got "P-1D"/,
  ],
  [
    'a window before its things',
    { together: { within: '-P1D', all: [opens({}), opens({})] } },
    'filter.together.within',
    /got "-P1D"/,
  ],
  ['a window of nothing', opens({ within: 'PT0S' }), 'filter.email.did.0.within', /above zero/],
  ['a window beyond what is kept', opens({ within: 'P20Y' }), 'filter.email.did.0.within', /at most P3660D/],
  [
    'what was not done for longer than is kept',
    { not: { sms: { did: [{ kinds: ['REPLY'] }, { kinds: ['CLICK'], within: 'P3661D' }] } } },
    'filter.not.sms.did.1.within',
    /at most P3660D/,
  ],
  ['behavior beyond what is kept', { behavior: { name: 'x', within: 'P11Y' } }, 'filter.behavior.within', /P3660D/],
  ['created beyond what is kept', { created: { within: 'P530W' } }, 'filter.created.within', /at most P3660D/],
  [
    'a status since beyond what is kept',
    { all: [{ email: { status: ['HELD'], statusSince: { within: 'P20Y' } } }] },
    'filter.all.0.email.statusSince.within',
    /at most P3660D/,
  ],
  [
    'things together beyond what is kept',
    { not: { together: { within: 'P3661D', all: [opens({}), opens({})] } } },
    'filter.not.together.within',
    /at most P3660D/,
  ],
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
  [
    'of a field within a window',
    { together: { within: 'P1D', all: [opens({}), { field: { key: 'city' } }] } },
    'filter.together.all.1.field',
    /conditions about what happened, this one of "field"/,
  ],
  [
    'of a score within a window',
    { not: { together: { within: 'P1D', all: [{ score: { atLeast: 1 } }, opens({})] } } },
    'filter.not.together.all.0.score',
    /this one of "score"/,
  ],
  [
    'of nothing but what an address is within a window',
    { any: [tag, { together: { within: 'P1D', all: [opens({}), { sms: { canSend: true } }] } }] },
    'filter.any.1.together.all.1.sms',
    /this one of "sms"/,
  ],
  [
    'of a status of whatever age within a window',
    { together: { within: 'P1D', all: [{ email: { status: ['HELD'] } }, opens({})] } },
    'filter.together.all.0.email',
    /this one of "email"/,
  ],
  ...[
    { tag: { equals: 'x' } },
    { identifier: { kind: 'EMAIL' } },
    { created: { within: 'P1D' } },
    { acquisition: { kind: 'FORM' } },
  ].map((never): (typeof wrong)[number] => {
    const [name = ''] = Object.keys(never);
    const filter = { together: { within: 'P1D', all: [opens({}), never] } };
    return [`of ${name} within a window`, filter, `filter.together.all.1.${name}`, new RegExp(`of "${name}"`)];
  }),
  ['of no part of a leaf', { not: { email: { opened: true } } }, 'filter.not.email', /"opened" is not defined/],
  ['text for yes or no', { sms: { canSend: 'yes' } }, 'filter.sms.canSend', /Boolean cannot represent/],
  ['text for how often', opens({ atLeast: 'twice' }), 'filter.email.did.0.atLeast', /Int cannot represent/],
  ['text for points', { score: { atLeast: 'many' } }, 'filter.score.atLeast', /Float cannot represent/],
  ['no moment', { created: { after: 'yesterday' } }, 'filter.created.after', /yesterday/],
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

  test('of a workflow within a window is refused, as where somebody is happens at no moment', async () => {
    const { data } = await story.ask(
      'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } userErrors { message } } }',
      { input: { name: 'short' } },
    );
    const filter = {
      together: { within: 'P1D', all: [opens({}), { workflow: { id: data.workflowSave.workflow.id } }] },
    };
    const { errors } = await story.ask('query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }', {
      filter,
    });
    expect(errors?.[0]?.message).toMatch(/this one of "workflow"/);
    expect(errors?.[0]?.extensions).toMatchObject({ field: 'filter.together.all.1.workflow'.split('.') });
  });

  test('of no leaf there is is refused where it asks for it', async () => {
    const filter = { all: [tag, { shoe: { size: 9 } }] };
    const { data, errors } = await story.ask(
      'query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }',
      { filter },
    );
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(/"shoe" is not defined/);
    for (const { extensions } of errors ?? [])
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['filter', 'all', '1'] });
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

test('a segment of what never happens is no part of what happens together, and is told where it is asked for', async () => {
  const save = async (input: object) =>
    (
      await story.ask(
        'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } userErrors { field message } } }',
        { input },
      )
    ).data.segmentCreate;
  const [opened, tagged] = [
    await save({ name: 'opened', filter: opens({}) }),
    await save({ name: 'tagged', filter: tag }),
  ].map(({ segment }) => ({ segment: { id: segment.id } }));
  const together = (all: unknown[]) => ({ any: [tag, { together: { within: 'P1D', all } }] });
  expect((await save({ name: 'well', filter: together([opens({}), opened]) })).userErrors).toEqual([]);
  expect((await save({ name: 'never', filter: together([opened, tagged]) })).userErrors).toEqual([
    {
      field: 'input.filter.any.1.together.all.1.segment'.split('.'),
      message: '"together" takes conditions about what happened, this one of "tag" is about none of that',
    },
  ]);
});

describe('a score model', () => {
  const rule = (more: object) => ({ name: 'r', part: 'ACTIONS', points: 1, when: opens({}), ...more });
  const wide = (from: number) => ({ any: Array.from({ length: 90 }, (_, i) => opens({ atLeast: from + i })) });

  test.each<[string, object, string, RegExp]>([
    ['that shrinks by parts of days', { rules: [rule({ decayOver: 'PT36H' })] }, 'rules.0.decayOver', /whole days/],
    ['of more points than there are', { rules: [rule({}), rule({ points: 1e308 })] }, 'rules.1.points', /got 1e\+308/],
    ['of a cap beyond all points', { rules: [rule({ cap: -2e6 })] }, 'rules.0.cap', /got -2000000/],
    [
      'of a rule about what never happens together',
      { rules: [rule({}), rule({ when: { together: { within: 'P1D', all: [opens({}), tag] } } })] },
      'rules.1.when.together.all.1.tag',
      /this one of "tag"/,
    ],
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

test.each([
  ['a window of a rule beyond what is kept', { within: 'P11Y' }, 'within', /at most P3660D, got "P11Y"/],
  ['a window of a rule before now', { within: '-P7D' }, 'within', /got "-P7D"/],
  ['days of a rule beyond what is kept', { decayOver: 'P3661D' }, 'decayOver', /at most P3660D/],
  [
    'things together of a rule beyond what is kept',
    { when: { together: { within: 'P20Y', all: [opens({}), opens({})] } } },
    'when.together.within',
    /at most P3660D/,
  ],
  [
    'a status of a rule since beyond what is kept',
    { when: { email: { statusSince: { within: 'P20Y' } } } },
    'when.email.statusSince.within',
    /at most P3660D/,
  ],
])('%s is refused where it is wrong', async (_name, more, place, message) => {
  const rule = { name: 'r', part: 'ACTIONS', points: 1, when: opens({}), ...more };
  const { errors } = await story.ask(
    'mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { message } } }',
    { input: { rules: [rule] } },
  );
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT', field: `input.rules.0.${place}`.split('.') },
    },
  ]);
});

test('the size of a segment over thousands of years is refused as soon as that over two', async () => {
  const { data } = await story.ask('{ segments(first: 1) { nodes { id } } }');
  const { errors } = await story.ask(
    'query ($id: ID!) { segment(id: $id) { sizes(from: "0001-01-01T00:00:00Z", until: "9999-01-01T00:00:00Z") { size } } }',
    { id: data.segments.nodes[0].id },
  );
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: ['from'] } });
});
