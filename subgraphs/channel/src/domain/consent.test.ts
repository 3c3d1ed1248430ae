import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConsentEntry,
  currentConsents,
  decisiveConsent,
  isGranted,
  openQuestions,
  wholeChannel,
} from './consent.ts';
import { deliverabilityOf } from './deliverability.ts';
import { activeSuppressions } from './suppression.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 200);
const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const later = day(400);

let made = 0;
const entry = (state: ConsentEntry['state'], on: number, more: Partial<ConsentEntry> = {}): ConsentEntry => ({
  entryId: `entry-${String(made++).padStart(6, '0')}`,
  topicNo: wholeChannel,
  state,
  method: 'FORM',
  occurredAt: day(on),
  recordedAt: day(on),
  actor: 'contact',
  statedText: null,
  statedTextVersion: null,
  ip: null,
  userAgent: null,
  validUntil: null,
  grantUntil: null,
  retractedAt: null,
  ...more,
});

const anyEntry = fc
  .record({
    state: fc.constantFrom('GRANTED' as const, 'WITHDRAWN' as const, 'DENIED' as const, 'PENDING' as const),
    on: fc.integer({ min: 1, max: 6 }),
    topicNo: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ state, on, topicNo }) => entry(state, on, { topicNo }));
const ledger = fc.array(anyEntry, { maxLength: 10 });
const shuffled = ledger.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
);

const mayUse = (entries: readonly ConsentEntry[], topicNo: number): boolean => {
  const decisive = decisiveConsent(entries, topicNo, later);
  return decisive !== null && isGranted(decisive, later);
};

describe('consent', () => {
  test('what holds does not depend on the order in which entries came', () => {
    fc.assert(
      fc.property(shuffled, ([entries, others]) => {
        expect(currentConsents(others, later)).toEqual(currentConsents(entries, later));
      }),
      { numRuns },
    );
  });

  test('a refusal of the channel that is newer than everything ends every permission', () => {
    fc.assert(
      fc.property(ledger, fc.constantFrom('WITHDRAWN' as const, 'DENIED' as const), (entries, state) => {
        const refused = [...entries, entry(state, 7)];
        for (const topicNo of [0, 1, 2]) expect(mayUse(refused, topicNo)).toBe(false);
      }),
      { numRuns },
    );
  });

  test('an entry never widens permission unless it is a grant', () => {
    fc.assert(
      fc.property(ledger, anyEntry, (entries, more) => {
        fc.pre(more.state !== 'GRANTED');
        for (const topicNo of [0, 1, 2]) {
          if (mayUse([...entries, more], topicNo)) expect(mayUse(entries, topicNo)).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  test('an older opt-in after a newer opt-out changes nothing, and a tie is an opt-out', () => {
    expect(mayUse([entry('WITHDRAWN', 5), entry('GRANTED', 4)], 0)).toBe(false);
    expect(mayUse([entry('WITHDRAWN', 5), entry('GRANTED', 5)], 0)).toBe(false);
    expect(mayUse([entry('WITHDRAWN', 5), entry('GRANTED', 6)], 0)).toBe(true);
  });

  test('asking for a confirmation never takes the place of a grant', () => {
    expect(mayUse([entry('GRANTED', 1), entry('PENDING', 2)], 0)).toBe(true);
    expect(mayUse([entry('PENDING', 1)], 0)).toBe(false);
  });

  test('asking for a confirmation after a refusal of the channel does not revive the topics it ended', () => {
    const refused = [entry('GRANTED', 1, { topicNo: 1 }), entry('DENIED', 1), entry('PENDING', 2)];
    expect([mayUse(refused, 1), mayUse([...refused, entry('GRANTED', 3, { topicNo: 1 })], 1)]).toEqual([false, true]);
  });

  test('asking for a topic takes nothing from the consent to the whole channel, and revives no topic that was refused', () => {
    const channel = entry('GRANTED', 1);
    const asked = entry('PENDING', 3, { topicNo: 1 });
    expect(mayUse([channel, asked], 1)).toBe(true);
    expect(mayUse([channel, entry('WITHDRAWN', 2, { topicNo: 1 }), asked], 1)).toBe(false);
  });

  test('a question waits until its time runs out, somebody answers it, or the whole channel is refused', () => {
    const waits = (on: number, ...more: ConsentEntry[]) =>
      openQuestions([entry('PENDING', 2, { topicNo: 1, validUntil: day(9) }), ...more], day(on)).length;
    expect([waits(1), waits(2), waits(8), waits(9)]).toEqual([0, 1, 1, 0]);
    expect(waits(8, entry('GRANTED', 3, { topicNo: 1 }))).toBe(0);
    expect(waits(8, entry('WITHDRAWN', 3))).toBe(0);
    expect(waits(8, entry('WITHDRAWN', 1))).toBe(1);
  });

  test('a question about what is granted waits too: who answers it answers nothing else', () => {
    const asked = [entry('GRANTED', 1, { topicNo: 1 }), entry('PENDING', 2, { topicNo: 1 })];
    const open = (...more: ConsentEntry[]) => openQuestions([...asked, ...more], later).map(({ topicNo }) => topicNo);
    expect(open()).toEqual([1]);
    expect(open(entry('GRANTED', 3, { topicNo: 1 }))).toEqual([]);
    expect(open(entry('WITHDRAWN', 2, { topicNo: 1 }))).toEqual([]);
  });

  test('an entry found mistaken counts until then and for nothing afterwards, and so never widens what was before it', () => {
    fc.assert(
      fc.property(ledger, anyEntry, fc.integer({ min: 1, max: 8 }), (entries, more, on) => {
        const retracted = [...entries, { ...more, retractedAt: day(on) }];
        for (const topicNo of [0, 1, 2]) {
          expect(decisiveConsent(retracted, topicNo, day(on))).toEqual(decisiveConsent(entries, topicNo, day(on)));
          const before = new Date(day(on).getTime() - 1);
          expect(decisiveConsent(retracted, topicNo, before)?.entryId).toBe(
            decisiveConsent([...entries, more], topicNo, before)?.entryId,
          );
        }
      }),
      { numRuns },
    );
  });

  test('a grant of the whole channel does not revive a topic that was refused', () => {
    const entries = [entry('WITHDRAWN', 1, { topicNo: 1 }), entry('GRANTED', 2)];
    expect([mayUse(entries, 1), mayUse(entries, 2)]).toEqual([false, true]);
  });

  test('a topic granted before the channel was refused is granted by the channel again, and ends with it', () => {
    const start = entry('GRANTED', 3, { validUntil: day(10) });
    const entries = [entry('GRANTED', 1, { topicNo: 1 }), entry('WITHDRAWN', 2), start];
    expect(decisiveConsent(entries, 1, day(9))).toEqual(start);
    expect(isGranted(decisiveConsent(entries, 1, day(11)) ?? start, day(11))).toBe(false);
  });

  test('a topic that was left with the whole channel can be asked for again; a question of before is over for good', () => {
    const left = [entry('GRANTED', 1, { topicNo: 1 }), entry('WITHDRAWN', 3)];
    const open = (...more: ConsentEntry[]) => openQuestions([...left, ...more], later).map(({ topicNo }) => topicNo);
    expect(open(entry('PENDING', 4, { topicNo: 1 }))).toEqual([1]);
    expect(mayUse([...left, entry('PENDING', 4, { topicNo: 1 })], 1)).toBe(false);
    expect(open(entry('PENDING', 2, { topicNo: 2 }), entry('GRANTED', 4))).toEqual([]);
  });

  test('a grant of the channel widens to no topic whose last answer was no', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: 1, max: 7 }), (entries, on) => {
        const granted = [...entries, entry('GRANTED', on)];
        for (const topicNo of [1, 2]) {
          const own = entries.filter((each) => each.topicNo === topicNo && each.state !== 'PENDING');
          const last = currentConsents(own, later).get(topicNo);
          if (last !== undefined && last.state !== 'GRANTED') expect(mayUse(granted, topicNo)).toBe(false);
        }
      }),
      { numRuns },
    );
  });

  test('a grant ends with its last day', () => {
    const entries = [entry('GRANTED', 1, { validUntil: day(10) })];
    const at = (moment: Date) => isGranted(entries[0] ?? entry('DENIED', 1), moment);
    expect([at(day(9)), at(day(10))]).toEqual([true, false]);
  });
});

describe('suppression', () => {
  const stop = (reason: 'KEYWORD_STOP' | 'COMPLAINT' | 'PROVIDER_OPT_OUT') => [
    { entryId: 'stop', reason, occurredAt: day(2), detail: null, retractedAt: null },
  ];

  test('by a key word ends with newer consent; by a complaint it does not', () => {
    const reasons = (reason: Parameters<typeof stop>[0], consents: readonly ConsentEntry[]) =>
      activeSuppressions(stop(reason), consents, 0, later).map((each) => each.reason);
    expect(reasons('KEYWORD_STOP', [entry('GRANTED', 3)])).toEqual([]);
    expect(reasons('KEYWORD_STOP', [entry('GRANTED', 2)])).toEqual(['KEYWORD_STOP']);
    expect(reasons('COMPLAINT', [entry('GRANTED', 3)])).toEqual(['COMPLAINT']);
  });

  test('by the provider ends only when the person texts START', () => {
    const active = (consents: readonly ConsentEntry[]) =>
      activeSuppressions(stop('PROVIDER_OPT_OUT'), consents, 0, later).length;
    expect(active([entry('GRANTED', 3)])).toBe(1);
    expect(active([entry('GRANTED', 3, { method: 'KEYWORD' })])).toBe(0);
  });
});

describe('what START ends', () => {
  const at = (reason: 'KEYWORD_STOP' | 'PROVIDER_OPT_OUT', consents: readonly ConsentEntry[]) =>
    [0, 1].map(
      (topicNo) =>
        activeSuppressions(
          [{ entryId: 'stop', reason, occurredAt: day(2), detail: null, retractedAt: null }],
          consents,
          topicNo,
          later,
        ).length,
    );
  const start = entry('GRANTED', 3, { method: 'KEYWORD' });
  const topic = entry('GRANTED', 1, { topicNo: 1 });

  test('is ended for topics too that were granted before', () => {
    expect(at('KEYWORD_STOP', [topic, entry('WITHDRAWN', 2), start])).toEqual([0, 0]);
    expect(at('PROVIDER_OPT_OUT', [topic, start])).toEqual([0, 0]);
  });

  test('stays ended at the provider when consent is given in other ways later, until the next STOP', () => {
    expect(at('PROVIDER_OPT_OUT', [start, entry('GRANTED', 4), entry('GRANTED', 5, { topicNo: 1 })])).toEqual([0, 0]);
    const stopped = [start, entry('WITHDRAWN', 4, { method: 'KEYWORD' }), entry('GRANTED', 5)];
    expect(at('PROVIDER_OPT_OUT', stopped)).toEqual([1, 1]);
  });
});

describe('deliverability', () => {
  const outcome = (on: number, bounced: boolean, message = `message ${on}`) => ({ at: day(on), bounced, message });

  test('an address is held after three hard bounces in a row of different messages; a delivery ends the row', () => {
    const held = (outcomes: ReturnType<typeof outcome>[]) => deliverabilityOf(outcomes, 3, later).heldSince;
    expect(held([outcome(1, true), outcome(2, true), outcome(3, true)])).toEqual(day(3));
    expect(held([outcome(1, true), outcome(2, true, 'message 1'), outcome(3, true, 'message 1')])).toBeNull();
    expect(held([outcome(1, true), outcome(2, true), outcome(3, false), outcome(4, true)])).toBeNull();
    expect(held([outcome(3, true), outcome(1, true), outcome(2, true)])).toEqual(day(3));
  });
});
