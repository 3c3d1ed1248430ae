import fc from 'fast-check';

/** Fields of every type, each with values and conditions of a few that meet. */
const fields = {
  city: {
    type: 'TEXT',
    values: ['Austin', 'AUSTIN', 'Boston', 'İzmir', '["a"]'],
    strategies: ['MOST_RECENT', 'OLDEST'],
  },
  visits: { type: 'NUMBER', values: [0, -1.5, 2, 3e9, 0.1], strategies: ['MAX', 'MIN', 'SURVIVOR'] },
  member: { type: 'BOOLEAN', values: [true, false], strategies: ['MOST_RECENT', 'OLDEST'] },
  birthday: { type: 'DATE', values: ['1970-01-01', '1999-12-31', '2026-03-01'], strategies: ['MAX', 'OLDEST'] },
  seen: {
    type: 'DATE_TIME',
    values: ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.001Z', '2026-03-01T11:30:00+02:00'],
    strategies: ['MIN', 'MAX'],
  },
  plan: { type: 'CHOICE', values: ['Free', 'Pro'], strategies: ['MOST_RECENT', 'SURVIVOR'] },
  likes: { type: 'CHOICES', values: [['Tea'], ['Tea', 'Milk'], ['Milk'], []], strategies: ['UNION', 'MOST_RECENT'] },
} as const;

type Key = keyof typeof fields;
const keys: readonly Key[] = ['city', 'visits', 'member', 'birthday', 'seen', 'plan', 'likes'];
const options: Readonly<Partial<Record<Key, readonly string[]>>> = { plan: ['Free', 'Pro'], likes: ['Tea', 'Milk'] };

const definitionOf = (key: Key, mergeStrategy: string) => ({
  key,
  label: key,
  type: fields[key].type,
  options: options[key],
  mergeStrategy,
});
export const startingFields = keys.map((key) => definitionOf(key, fields[key].strategies[0]));

const keyOf = fc.constantFrom(...keys);
const oneValue = (key: Key): fc.Arbitrary<unknown> => fc.constantFrom<unknown[]>(...fields[key].values);
const customFields = fc.array(
  keyOf.chain((key) => fc.option(oneValue(key), { nil: null, freq: 4 }).map((value) => ({ key, value }))),
  { maxLength: 4 },
);
const tag = fc.constantFrom('vip', 'beta', 'late', 'İ');
const tags = fc.uniqueArray(tag, { maxLength: 2 });
const identifier = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((n) => ({ email: `person${n}@example.com` })),
  fc.integer({ min: 0, max: 4 }).map((n) => ({ mobile: `+1512555012${n}` })),
  fc.integer({ min: 0, max: 1 }).map((n) => ({ externalId: `A-${n}` })),
);
const acquisition = fc.option(
  fc.record({
    kind: fc.constantFrom('FORM', 'API'),
    detail: fc.constantFrom('Spring', 'spring fair', 'shop', undefined),
  }),
  { nil: undefined },
);
const place = fc.nat(20);

const upsert = fc.record({
  what: fc.constant('upsert' as const),
  identifiers: fc.uniqueArray(identifier, { minLength: 1, maxLength: 3, selector: (each) => JSON.stringify(each) }),
  more: fc.record({ customFields, addTags: tags, removeTags: tags, acquisition }),
});

/** Something that happens in an account; which of its contacts it concerns, their places in the list say. */
export const changes = fc.oneof(
  { weight: 6, arbitrary: upsert },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('update' as const),
      place,
      more: fc.record({ customFields, addTags: tags, removeTags: tags, archived: fc.boolean() }, { requiredKeys: [] }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('merge' as const), place, other: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('unmerge' as const), place }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('split' as const), place }) },
  {
    weight: 1,
    arbitrary: keyOf.chain((key) =>
      fc.constantFrom<string[]>(...fields[key].strategies).map((strategy) => ({
        what: 'define' as const,
        field: definitionOf(key, strategy),
      })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('later' as const), milliseconds: fc.integer({ min: 1, max: 3_000 }) }),
  },
);
export type GivenChange = typeof changes extends fc.Arbitrary<infer Change> ? Change : never;

const comparisons = (key: Key): fc.Arbitrary<object> => {
  const { type } = fields[key];
  const single = oneValue(key).map((value) => (Array.isArray(value) ? (value[0] ?? 'tea') : value));
  const ordered = type === 'NUMBER' || type === 'DATE' || type === 'DATE_TIME';
  const text = type === 'TEXT' || type === 'CHOICE' || type === 'CHOICES';
  return fc.record(
    {
      equals: single,
      in: fc.array(single, { minLength: 1, maxLength: 3 }),
      exists: fc.boolean(),
      ...(ordered && { greaterThan: single, lessThan: single }),
      ...(text && { contains: fc.constantFrom('a', 'ST', 'e', '') }),
    },
    { requiredKeys: [] },
  );
};
const field = keyOf.chain((key) => comparisons(key).map((comparison) => ({ key, ...comparison })));

const now = Date.now();
/** Moments about the time of the test, on whole seconds and beside. */
const moment = fc.integer({ min: -5_000, max: 60_000 }).map((ms) => new Date(now + ms).toISOString());
const created = fc.oneof(
  fc.record({ after: moment }),
  fc.record({ before: moment }),
  fc.record({ within: fc.constantFrom('PT1S', 'PT3S', 'PT10S', 'P1D') }),
  fc.record({ after: moment, before: moment, within: fc.constantFrom('PT5S', 'P1M') }),
);
const detail = fc.record(
  { equals: fc.constantFrom('SPRING', 'shop'), contains: fc.constantFrom('spring', 'OP') },
  { requiredKeys: [] },
);
const acquired = fc.record(
  { kind: fc.constantFrom('FORM', 'API', 'IMPORT'), detail, after: moment, before: moment },
  { requiredKeys: [] },
);
const held = fc.record(
  { kind: fc.constantFrom('EMAIL', 'MOBILE', 'EXTERNAL_ID', 'FAX'), verified: fc.boolean() },
  { requiredKeys: ['kind'] },
);

/** Conditions of every kind. */
export const predicates = fc.record({
  field: fc.array(field, { minLength: 2, maxLength: 8 }),
  tag: fc.array(
    tag.map((equals) => ({ equals: ` ${equals}` })),
    { minLength: 1, maxLength: 2 },
  ),
  identifier: fc.array(held, { minLength: 1, maxLength: 2 }),
  created: fc.array(created, { maxLength: 2 }),
  acquisition: fc.array(acquired, { maxLength: 2 }),
});
export type GivenPredicates = typeof predicates extends fc.Arbitrary<infer Given> ? Given : never;
