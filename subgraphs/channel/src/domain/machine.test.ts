import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Click, type Delivery, machineClicks } from './machine.ts';

const isSuspect = (userAgent: string): boolean => userAgent === 'suspect';
const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 1) + seconds * 1_000);
const click = (eventId: string, seconds: number, more: Partial<Click> = {}): Click => ({
  eventId,
  addressNo: 1,
  messageId: 'm',
  at: at(seconds),
  url: `https://example.com/${eventId}`,
  userAgent: 'Mozilla/5.0 (iPhone)',
  machine: false,
  ...more,
});
const delivered = (seconds: number): Delivery => ({ addressNo: 1, messageId: 'm', at: at(seconds) });
const marked = (clicks: readonly Click[], deliveries: readonly Delivery[] = []): string[] =>
  [...machineClicks(clicks, deliveries, isSuspect)].sort();

test('three links of a message within five seconds are a machine’s, two or slower ones a person’s', () => {
  expect(marked([click('a', 0), click('b', 2), click('c', 5)])).toEqual(['a', 'b', 'c']);
  expect(marked([click('a', 0), click('b', 2)])).toEqual([]);
  expect(marked([click('a', 0), click('b', 3), click('c', 6)])).toEqual([]);
  expect(marked([click('a', 0), click('b', 1, { url: 'https://example.com/a' }), click('c', 2)])).toEqual([]);
  expect(marked([click('a', 0), click('b', 1), click('c', 2, { messageId: 'other' })])).toEqual([]);
  expect(marked([click('a', 0), click('b', 1), click('c', 2, { addressNo: 2 })])).toEqual([]);
});

test('two links within ten seconds of the delivery are a machine’s, also right before it; one is a person’s', () => {
  expect(marked([click('a', 0), click('b', 9)], [delivered(5)])).toEqual(['a', 'b']);
  expect(marked([click('a', 4), click('late', 60)], [delivered(0)])).toEqual([]);
});

test('one click by a program that people rarely use is a machine’s within ten seconds of the delivery only', () => {
  const suspect = { userAgent: 'suspect' };
  expect(marked([click('a', 3, suspect), click('b', 30, suspect)], [delivered(0)])).toEqual(['a']);
});

test('a click that was told to be a machine’s needs no mark, and makes others one all the same', () => {
  expect(marked([click('a', 0, { machine: true }), click('b', 1), click('c', 2)])).toEqual(['b', 'c']);
});

test('events that come in any order and in any parts mark what they mark together', () => {
  const events = fc.array(
    fc.record({
      second: fc.integer({ min: 0, max: 40 }),
      link: fc.integer({ min: 0, max: 4 }),
      kind: fc.constantFrom('click', 'suspect', 'delivered'),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(
      events.chain((list) => {
        const numbered = list.map((event, i) => ({ ...event, id: `e${i}` }));
        return fc.tuple(
          fc.constant(numbered),
          fc.shuffledSubarray(numbered, { minLength: numbered.length }),
          fc.integer({ min: 1, max: 4 }),
        );
      }),
      ([list, shuffled, size]) => {
        type Event = (typeof list)[number];
        const clicks = (some: readonly Event[]) =>
          some
            .filter(({ kind }) => kind !== 'delivered')
            .map(({ id, second, link, kind }) =>
              click(id, second, { url: `https://example.com/${link}`, userAgent: kind }),
            );
        const deliveries = (some: readonly Event[]) =>
          some.filter(({ kind }) => kind === 'delivered').map(({ second }) => delivered(second));
        const marks = new Set<string>();
        for (let end = size; end < shuffled.length + size; end += size) {
          const known = shuffled.slice(0, end);
          for (const id of machineClicks(clicks(known), deliveries(known), isSuspect)) marks.add(id);
        }
        expect([...marks].sort()).toEqual(marked(clicks(list), deliveries(list)));
      },
    ),
    { numRuns: Number(process.env.UCP_PROPERTY_RUNS ?? 200) },
  );
});
