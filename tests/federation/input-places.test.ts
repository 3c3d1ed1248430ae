import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
beforeAll(async () => {
  system = await startSystem({ background: false });
  story = await tellStory(system);
  for (const [key, type] of Object.entries({ city: 'TEXT', age: 'NUMBER' }))
    await story.ask(
      'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { message } } }',
      { input: { key, label: key, type } },
    );
});
afterAll(() => system.stop());

const created =
  'mutation ($mine: SegmentInput!) { segmentCreate(input: $mine) { segment { id } userErrors { field } } }';
const within = 'query ($mine: [AudienceFilter!]!) { audience(filter: { not: { all: $mine } }) { size } }';
const tag = (equals: string) => ({ tag: { equals } });

/** A document, the value of its variable, and the place of what is wrong with it. */
const cases: readonly (readonly [string, string, unknown, string])[] = [
  ['a NUL', created, { name: 'a\u0000b', filter: tag('x') }, 'input.name'],
  [
    'half of a surrogate pair',
    created,
    { name: 'half', filter: { all: [tag('x'), tag('\ud800')] } },
    'input.filter.all.1.tag.equals',
  ],
  [
    'half of a pair in a name',
    within,
    [{ field: { key: 'x', equals: { 'a\udc00': 1 } } }],
    'filter.not.all.0.field.equals.a\udc00',
  ],
  [
    'a window that is none',
    within,
    [tag('x'), { email: { did: [{ kinds: ['OPEN'], within: '-P1D' }] } }],
    'filter.not.all.1.email.did.0.within',
  ],
  ['a kind that is none', within, [{ email: { did: [{ kinds: ['WINK'] }] } }], 'filter.not.all.0.email.did.0.kinds.0'],
  [
    'a filter deeper than the limit',
    within,
    [{ all: Array.from({ length: 101 }, () => tag('x')) }],
    'filter.not.all.0.all.100.tag',
  ],
];

test.each(cases)(
  '%s in a variable is told by the argument it went to, whatever the variable is called',
  async (_, document, mine, place) => {
    const { data, errors } = await story.ask(document, { mine });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: place.split('.') });
    expect(data?.segmentCreate?.segment ?? null).toBeNull();
  },
);

const did = (link: string) =>
  `{ audience(filter: { all: [{ tag: { equals: "x" } }, { email: { did: [{ kinds: [CLICK], link: ${link} }] } }] }) { size } }`;
const link = 'filter.all.1.email.did.0.link';

test.each([
  ['a NUL', did('"a\\u0000b"'), link],
  ['a NUL by its number', did('"a\\u{0}b"'), link],
  ['a NUL as it is', did('"a\u0000b"'), link],
  ['a NUL in a block', did('"""a\u0000b"""'), link],
  ['half of a surrogate pair', did('"a\\ud800"'), link],
  ['half of a surrogate pair as it is', did('"a\udc00"'), link],
  [
    'a NUL in a topic',
    '{ audience(filter: { email: { canSendOn: { topic: "a\\u0000b" } } }) { size } }',
    'filter.email.canSendOn.topic',
  ],
  ['a NUL in what a variable is by default', `query ($mine: String = "a\\u0000b") ${did('$mine')}`, link],
])('%s in the document is told by its argument', async (_, document, place) => {
  const { errors } = await story.ask(document);
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: place.split('.') });
});

test('any other character may be written by its number', async () => {
  const { data, errors } = await story.ask(did('"\\ud83d\\ude00\\u{1F600}\\\\u0000"'));
  expect(errors).toBeUndefined();
  expect(data).toEqual({ audience: { size: 0 } });
});

const field = (more: object) => ({ filter: { all: [tag('x'), { field: { key: 'city', ...more } }] } });

test.each([
  ['no value there is', field({ equals: null }), 'filter.all.1.field.equals', /takes a value, got null/],
  ['nothing at all', field({ in: null, contains: null }), 'filter.all.1.field.in', /takes a value, got null/],
  ['no workflow there is', { filter: { not: { workflow: { id: 'nope' } } } }, 'filter.not.workflow.id', /no workflow/],
] as const)('a condition on %s is refused, as it would mean something else', async (_, variables, place, message) => {
  const { errors } = await story.ask(
    'query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }',
    variables,
  );
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(message),
    extensions: { field: place.split('.') },
  });
});

test('a number beyond what there is is refused, in a variable and in the document', async () => {
  const query = 'query ($mine: JSON) { audience(filter: { field: { key: "age", equals: $mine } }) { size } }';
  const response = await fetch(`${system.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${story.keys.ADMIN}` },
    body: `{"query":${JSON.stringify(query)},"variables":{"mine":1e400}}`,
  });
  const place = { extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'field', 'equals'] } };
  expect(JSON.parse(await response.text()).errors).toMatchObject([place]);
  const written = await story.ask('{ audience(filter: { field: { key: "age", equals: 1e400 } }) { size } }');
  expect(written.errors).toMatchObject([place]);
});

test('evidence that cannot be kept is told as what it is', async () => {
  const { errors } = await story.ask(
    'mutation ($input: EmailConsentInput!) { emailConsentRecord(input: $input) { userErrors { message } } }',
    {
      input: {
        address: 'ada@example.com',
        state: 'GRANTED',
        evidence: { method: 'AGENT', occurredAt: new Date(), statedText: 'Yes\u0000' },
      },
    },
  );
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('U+0000'),
    extensions: { code: 'BAD_USER_INPUT', field: ['input', 'evidence', 'statedText'] },
  });
});
