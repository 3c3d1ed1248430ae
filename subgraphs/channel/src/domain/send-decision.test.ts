import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StatusEntry } from './address-status.ts';
import type { ConsentEntry } from './consent.ts';
import type { AddressFacts, ContactFacts } from './facts.ts';
import { holdsFor } from './predicate.ts';
import { decideSend, mayEverSend } from './send-decision.ts';
import { type ChannelSettings, presets } from './settings.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100);
const hour = 3_600_000;
const granted: ConsentEntry = {
  entryId: 'granted',
  topicNo: 0,
  state: 'GRANTED',
  method: 'FORM',
  occurredAt: new Date('2020-01-01T00:00:00Z'),
  recordedAt: new Date('2020-01-01T00:00:00Z'),
  actor: 'contact',
  statedText: 'Yes',
  statedTextVersion: null,
  ip: null,
  userAgent: null,
  validUntil: null,
  grantUntil: null,
  retractedAt: null,
};

const factsOf = (
  now: Date,
  settings: Partial<ChannelSettings>,
  address: Partial<AddressFacts> = {},
  sends: readonly Date[] = [],
): ContactFacts => ({
  rootNo: 1,
  now,
  addresses: [
    {
      addressNo: 1,
      value: '+15125550123',
      given: '+15125550123',
      consents: [granted],
      suppressions: [],
      outcomes: [],
      statuses: [],
      timeZones: ['America/Chicago'],
      setTimeZone: null,
      regions: ['US', 'US-TX'],
      ...address,
    },
  ],
  restrictedSince: null,
  objectionSince: null,
  erasedAt: null,
  topics: [],
  settings: { ...presets, ...settings },
  sends,
});

const daytime = { from: 8 * 60, until: 21 * 60 };
/** Zones that change their clocks in spring and autumn on either half of the earth, by an hour and by half of one, and not at all. */
const zone = fc.constantFrom(
  'America/Chicago',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'UTC',
);
/** Mostly around changes of the clocks. */
const moment = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-08T08:00Z',
        '2026-11-01T06:30Z',
        '2026-03-29T01:00Z',
        '2026-10-25T01:00Z',
        '2026-04-04T15:00Z',
      ),
      fc.integer({ min: -36 * 60, max: 36 * 60 }),
    )
    .map(([around, minutes]) => new Date(new Date(around).getTime() + minutes * 60_000 + 500)),
  fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
);
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([from, length]) => ({ from, until: Math.min(1440, from + length) }));
const caps = fc.array(
  fc.record({ sends: fc.integer({ min: 1, max: 3 }), windowMs: fc.integer({ min: 1, max: 72 }).map((n) => n * hour) }),
  { maxLength: 2 },
);
const sentBefore = fc.array(fc.integer({ min: 0, max: 100 * hour }), { maxLength: 6 });

describe('what waits', () => {
  test('is allowed at retryAt and at no moment before it, whatever the clocks do meanwhile', () => {
    fc.assert(
      fc.property(
        moment,
        hours,
        fc.uniqueArray(zone, { minLength: 1, maxLength: 2 }),
        caps,
        sentBefore,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (at, sendingHours, timeZones, frequencyCaps, before, places) => {
          const sends = before.map((ms) => new Date(at.getTime() - ms));
          const facts = factsOf(at, { sendingHours, frequencyCaps }, { timeZones }, sends);
          const { allowed, retryAt } = decideSend(facts, 0, at);
          if (allowed) expect(retryAt).toBeNull();
          if (allowed || retryAt === null) return;
          expect(decideSend(facts, 0, retryAt).allowed).toBe(true);
          const wait = retryAt.getTime() - at.getTime();
          for (const place of [...places, 1]) {
            const earlier = new Date(at.getTime() + Math.floor(place * (wait - 1)));
            expect(decideSend(facts, 0, earlier).allowed, earlier.toISOString()).toBe(false);
          }
        },
      ),
      { numRuns },
    );
  });

  test.each([
    ['in the evening, for the next morning', '2026-02-02T03:00:00Z', '2026-02-02T14:00:00Z'],
    ['at night, for the morning', '2026-02-02T08:00:00Z', '2026-02-02T14:00:00Z'],
    ['over the night in which clocks go forward', '2026-03-08T04:00:00Z', '2026-03-08T13:00:00Z'],
    ['over the night in which clocks go back', '2026-11-01T03:00:00Z', '2026-11-01T14:00:00Z'],
  ])('waits %s', (_name, at, retryAt) => {
    const now = new Date(at);
    expect(decideSend(factsOf(now, { sendingHours: daytime }), 0, now)).toMatchObject({
      allowed: false,
      decidedBy: 'SENDING_HOURS',
      retryAt: new Date(retryAt),
    });
  });

  test('opens at the first minute that exists when the clocks jump over the opening, and again when an hour comes twice', () => {
    const at = (text: string, sendingHours: { from: number; until: number }) => {
      const now = new Date(text);
      return decideSend(factsOf(now, { sendingHours }), 0, now);
    };
    // 02:00 becomes 03:00 at 08:00Z.
    expect(at('2026-03-08T06:00:00Z', { from: 150, until: 240 }).retryAt).toEqual(new Date('2026-03-08T08:00:00Z'));
    // 02:00 becomes 01:00 at 07:00Z: 01:30 to 01:45 is twice.
    expect(at('2026-11-01T06:50:00Z', { from: 90, until: 105 }).retryAt).toEqual(new Date('2026-11-01T07:30:00Z'));
  });

  test('is inside the hours of every zone a number may be in, and waits for ever where these never meet', () => {
    const timeZones = ['America/New_York', 'America/Los_Angeles'];
    const now = new Date('2026-02-02T13:30:00Z');
    const asked = (sendingHours: typeof daytime) => decideSend(factsOf(now, { sendingHours }, { timeZones }), 0, now);
    expect(asked(daytime)).toMatchObject({ allowed: false, retryAt: new Date('2026-02-02T16:00:00Z') });
    expect(asked({ from: 480, until: 540 })).toMatchObject({ allowed: false, retryAt: null });
  });

  test('a region makes the hours narrower and never wider', () => {
    const now = new Date('2026-02-03T02:30:00Z');
    const asked = (region: string, from: number, until: number) =>
      decideSend(factsOf(now, { sendingHours: daytime, regionHours: [{ region, from, until }] }), 0, now).allowed;
    expect(asked('US-FL', 480, 1200)).toBe(true);
    expect(asked('US-TX', 480, 1200)).toBe(false);
    expect(asked('US', 0, 1440)).toBe(true);
  });

  test('a cap counts each send until exactly its window has passed', () => {
    const now = new Date('2026-02-02T12:00:00Z');
    const sends = [new Date('2026-02-01T13:00:00Z'), new Date('2026-02-02T10:00:00Z')];
    const asked = (at: Date) =>
      decideSend(factsOf(at, { frequencyCaps: [{ sends: 2, windowMs: 24 * hour }] }, {}, sends), 0, at);
    expect(asked(now)).toMatchObject({
      decidedBy: 'FREQUENCY_CAP',
      retryAt: new Date('2026-02-02T13:00:00Z'),
      checks: expect.arrayContaining([
        {
          rule: 'FREQUENCY_CAP',
          passed: false,
          detail: '2 messages within 24 hours are the most, and so many were sent.',
          since: null,
        },
      ]),
    });
    expect(asked(new Date('2026-02-02T12:59:59.999Z')).allowed).toBe(false);
    expect(asked(new Date('2026-02-02T13:00:00Z')).allowed).toBe(true);
  });

  test('nothing is to be waited for where something lasting speaks against it', () => {
    const now = new Date('2026-02-02T03:00:00Z');
    const decision = decideSend(factsOf(now, { sendingHours: daytime }, { consents: [] }), 0, now);
    expect(decision).toMatchObject({ allowed: false, decidedBy: 'CONSENT', retryAt: null });
    expect(decision.checks.map(({ rule }) => rule)).toEqual([
      'CONSENT',
      'SUPPRESSION',
      'DELIVERABILITY',
      'ERASED',
      'RESTRICTED',
      'SENDING_HOURS',
      'FREQUENCY_CAP',
    ]);
  });
});

test('as a condition, canSend leaves hours and caps aside and canSendNow holds exactly when the gate opens', () => {
  fc.assert(
    fc.property(
      moment,
      hours,
      zone,
      caps,
      sentBefore,
      fc.boolean(),
      (at, sendingHours, timeZone, frequencyCaps, before, asked) => {
        const sends = before.map((ms) => new Date(at.getTime() - ms));
        const facts = factsOf(
          at,
          { sendingHours, frequencyCaps },
          { timeZones: [timeZone], consents: asked ? [granted] : [] },
          sends,
        );
        const holds = (predicate: object) => holdsFor(predicate, facts, () => 'NORMAL');
        expect(holds({ canSend: true })).toBe(mayEverSend(facts, 0, at));
        expect(holds({ canSendNow: true })).toBe(decideSend(facts, 0, at).allowed);
        expect(holds({ canSendNow: false })).toBe(!holds({ canSendNow: true }));
        if (holds({ canSendNow: true })) expect(holds({ canSend: true })).toBe(true);
      },
    ),
    { numRuns },
  );
});

describe('an address that staff or bounces took out of use', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const stated = (status: StatusEntry['status'], day: number): StatusEntry => ({
    status,
    occurredAt: at(day),
    reason: 'asked to',
    actor: 'user:7',
    bulk: false,
  });
  const bounces = [1, 2, 3].map((day) => ({ at: at(day), bounced: true, message: `message ${day}` }));
  const decided = (day: number, address: Partial<AddressFacts>) => {
    const decision = decideSend(factsOf(at(day), { heldAfter: 3 }, address), 0, at(day));
    return decision.checks.find(({ rule }) => rule === 'DELIVERABILITY')?.detail ?? null;
  };

  test('is denied while it is parked, as of any moment, with the reason', () => {
    const statuses = [stated('NORMAL', 7), stated('EXPIRED', 5)];
    expect([4, 5, 6, 7].map((day) => decided(day, { statuses }))).toEqual([
      null,
      'Parked by staff: asked to',
      'Parked by staff: asked to',
      null,
    ]);
  });

  test('is held until it is released by hand, and bounces count anew from then on', () => {
    const held = 'Held after 3 hard bounces in a row.';
    const statuses = [stated('UNHELD', 5)];
    expect([decided(2, { outcomes: bounces }), decided(4, { outcomes: bounces })]).toEqual([null, held]);
    expect(decided(4, { outcomes: bounces, statuses })).toBe(held);
    expect(decided(6, { outcomes: bounces, statuses })).toBeNull();
    const again = [6, 7, 8].map((day) => ({ at: at(day), bounced: true, message: `message ${day}` }));
    expect(decided(7, { outcomes: [...bounces, ...again], statuses })).toBeNull();
    expect(decided(8, { outcomes: [...bounces, ...again], statuses })).toBe(held);
    // A bounce of before the release that only becomes known later is forgiven too.
    expect(decided(9, { outcomes: [...again.slice(1), ...bounces], statuses })).toBeNull();
  });

  test('NORMAL ends a parking only, and what is stated in any order and twice is the same', () => {
    const entry = fc.tuple(
      fc.constantFrom('EXPIRED' as const, 'NORMAL' as const, 'HELD' as const, 'UNHELD' as const),
      fc.integer({ min: 1, max: 5 }),
    );
    fc.assert(
      fc.property(
        fc
          .array(entry, { maxLength: 8 })
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
          ),
        ([list, others]) => {
          const of = (entries: typeof list) => entries.map(([status, day]) => stated(status, day));
          expect(decided(9, { statuses: of(others), outcomes: bounces })).toBe(
            decided(9, { statuses: of(list), outcomes: bounces }),
          );
          const held = decided(9, { statuses: of(list), outcomes: bounces })?.startsWith('Held') === true;
          const normal = [...of(list), stated('NORMAL', 8)];
          expect(decided(9, { statuses: normal, outcomes: bounces })?.startsWith('Held') === true).toBe(held);
        },
      ),
      { numRuns },
    );
  });
});
