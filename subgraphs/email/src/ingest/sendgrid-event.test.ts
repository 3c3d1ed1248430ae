import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { latestSecond } from './event-details.ts';
import { isAsDocumented, placed, readBySchema } from './sendgrid-event.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 300);

const odd = fc.oneof(
  fc.constantFrom(null, undefined, '', '7', 'NaN', 0, -1, 1.5, latestSecond, latestSecond + 1, true, [], {}, ['a', 7]),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.string({ minLength: 199, maxLength: 201 }),
  fc.double(),
  fc.array(fc.string()),
  fc.object({ maxDepth: 1 }),
);
/** As documented, or anything: an event with one odd field tells more than one that has nothing in its place. */
const either = (documented: fc.Arbitrary<unknown>) => fc.oneof({ weight: 12, arbitrary: documented }, odd);
const texts = [...placed].filter(
  (name) => !['email', 'timestamp', 'event', 'category', 'asm_group_id', 'sg_machine_open'].includes(name),
);
const element = fc.oneof(
  { weight: 1, arbitrary: odd },
  {
    weight: 20,
    arbitrary: fc
      .tuple(
        fc.record({
          email: either(fc.emailAddress()),
          timestamp: either(fc.integer({ min: 1, max: latestSecond })),
          event: either(fc.constantFrom('open', 'click', 'bounce')),
        }),
        fc.record(
          {
            ...Object.fromEntries(texts.map((name) => [name, either(fc.string())])),
            category: either(fc.oneof(fc.string(), fc.array(fc.string()))),
            asm_group_id: either(fc.integer()),
            sg_machine_open: either(fc.boolean()),
          },
          { requiredKeys: [] },
        ),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')), fc.jsonValue(), {
          maxKeys: 3,
        }),
      )
      // As a body holds it: `JSON.parse` gives a field `__proto__` as any other.
      .map((parts) =>
        JSON.parse(
          `{${parts
            .map((part) => JSON.stringify(part).slice(1, -1))
            .filter(Boolean)
            .join(',')}}`,
        ),
      ),
  },
);

test('an event that is as documented is what the schema makes of it, and nothing else passes for one', () => {
  let documented = 0;
  fc.assert(
    fc.property(element, (given) => {
      if (!isAsDocumented(given)) return;
      documented += 1;
      const read = readBySchema(given);
      expect(given).toEqual(read);
      const custom = (event: object) => Object.keys(event).filter((name) => !placed.has(name));
      expect(custom(given)).toEqual(custom(Object(read)));
    }),
    { numRuns },
  );
  expect(documented).toBeGreaterThan(numRuns / 20);
});

test.each([
  [{ timestamp: '1760000000' }],
  [{ timestamp: 0 }],
  [{ timestamp: latestSecond + 1 }],
  [{ email: 7 }],
  [{ event: null }],
  [{ sg_event_id: 'x'.repeat(201) }],
  [{ category: ['spring', 7] }],
  [{ asm_group_id: 2 ** 53 }],
  [{ sg_machine_open: 'true' }],
  [{ url: null }],
])('%j is left to the schema', (odd) => {
  const event = { email: 'ada@example.com', timestamp: 1_760_000_000, event: 'open' };
  expect(isAsDocumented(event)).toBe(true);
  expect(isAsDocumented({ ...event, ...odd })).toBe(false);
});
