import fc from 'fast-check';

/** Few people with few addresses, so that records meet. */
const email = fc.integer({ min: 0, max: 5 }).map((n) => ({ email: `person${n}@example.com` }));
const mobile = fc.integer({ min: 0, max: 5 }).map((n) => ({ mobile: `+1512555012${n}` }));
const externalId = fc.integer({ min: 0, max: 2 }).map((n) => ({ externalId: `A-${n}` }));
const anonymousId = fc.integer({ min: 0, max: 2 }).map((n) => ({ anonymousId: `visitor-${n}` }));

export type GivenIdentifier = Readonly<Partial<Record<'email' | 'mobile' | 'externalId' | 'anonymousId', string>>>;
export interface GivenRecord {
  readonly identifiers: readonly GivenIdentifier[];
  readonly customFields: readonly { readonly key: 'city'; readonly value: string }[];
  readonly addTags: readonly string[];
}

const record: fc.Arbitrary<GivenRecord> = fc.record({
  identifiers: fc.uniqueArray(fc.oneof<fc.Arbitrary<GivenIdentifier>[]>(email, mobile, externalId, anonymousId), {
    minLength: 1,
    maxLength: 3,
    selector: (each) => JSON.stringify(each),
  }),
  customFields: fc
    .option(fc.constantFrom('Austin', 'Boston', 'Chicago'), { nil: null })
    .map((value) => (value === null ? [] : [{ key: 'city' as const, value }])),
  addTags: fc.uniqueArray(fc.constantFrom('vip', 'beta', 'late'), { maxLength: 2 }),
});
export const records = fc.array(record, { minLength: 1, maxLength: 12 });
export const manyRecords = fc.array(record, { minLength: 1, maxLength: 30 });

/** Nothing a rule would keep apart but the limit of five. */
export const recordsWithoutRefusal = fc.array(
  fc.record({
    identifiers: fc.uniqueArray(fc.oneof<fc.Arbitrary<GivenIdentifier>[]>(email, mobile), {
      minLength: 1,
      maxLength: 2,
      selector: (each) => JSON.stringify(each),
    }),
  }),
  { minLength: 1, maxLength: 8 },
);

const columns = ['externalId', 'email', 'mobile', 'anonymousId'] as const;
const names = { externalId: 'External ID', email: 'Email', mobile: 'Mobile', anonymousId: 'Anonymous ID' } as const;
/** Identifiers of one kind that a record of ours may have. */
const width = 3;

/** The records as a file: a row of each, with as many columns of a kind as a record may have of it. */
export const fileOf = (sent: readonly GivenRecord[]): string =>
  [
    [...columns.flatMap((name) => Array.from({ length: width }, () => names[name])), 'City', 'Tags'].join(','),
    ...sent.map(({ identifiers, customFields, addTags }) => {
      const cells = columns.flatMap((name) =>
        [...identifiers.flatMap((each) => each[name] ?? []), '', '', ''].slice(0, width),
      );
      return [...cells, customFields[0]?.value ?? '', addTags.join(';')].join(',');
    }),
  ].join('\n');
