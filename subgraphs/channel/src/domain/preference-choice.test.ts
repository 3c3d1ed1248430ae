import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConsentState } from '../event.ts';
import type { ConsentEntry } from './consent.ts';
import { type ChosenEntry, chosenEntries, isWanted, silence, stateOf, withdrawn } from './preference-choice.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 200);
const now = new Date('2026-03-01T00:00:00Z');
const topicNos = [0, 1, 2, 3];

const entryOf = (topicNo: number, state: ConsentState, occurredAt: Date, entryId: string): ConsentEntry => ({
  entryId,
  topicNo,
  state,
  method: 'FORM',
  occurredAt,
  recordedAt: occurredAt,
  actor: 'contact',
  statedText: null,
  statedTextVersion: null,
  ip: null,
  userAgent: null,
  validUntil: null,
  grantUntil: null,
  retractedAt: null,
});
const ledgers = fc
  .array(
    fc.record({
      topicNo: fc.constantFrom(...topicNos),
      state: fc.constantFrom<ConsentState>('GRANTED', 'WITHDRAWN', 'DENIED', 'PENDING'),
      before: fc.integer({ min: 2, max: 6 }),
    }),
    { maxLength: 10 },
  )
  .map((rows) =>
    rows.map(({ topicNo, state, before }, i) => entryOf(topicNo, state, new Date(now.getTime() - before), `e${i}`)),
  );
const pages = fc
  .tuple(...topicNos.map(() => fc.boolean()))
  .map((ticks) => ticks.map((subscribed, topicNo) => ({ topicNo, subscribed })));
const never = () => false;
const written = (entries: readonly ChosenEntry[]): ConsentEntry[] =>
  entries.map((entry, i) => entryOf(entry.topicNo, stateOf(entry), entry.occurredAt, `new${i}`));
const wantedOf = (entries: readonly ConsentEntry[]): boolean[] => topicNos.map((no) => isWanted(entries, no, now));

test('a page that is saved holds as it was ticked, and saved again writes nothing', () => {
  fc.assert(
    fc.property(ledgers, pages, (ledger, choices) => {
      const after = [...ledger, ...written(chosenEntries(ledger, choices, now, never))];
      expect(wantedOf(after)).toEqual(choices.map(({ subscribed }) => subscribed));
      expect(chosenEntries(after, choices, now, never)).toEqual([]);
    }),
    { numRuns },
  );
});

test('what must be confirmed is asked once and not wanted before the answer, and with the answer all holds as it was ticked', () => {
  fc.assert(
    fc.property(ledgers, pages, fc.subarray(topicNos), (ledger, choices, demanding) => {
      const isAsked = (topicNo: number): boolean => demanding.includes(topicNo);
      const before = wantedOf(ledger);
      const after = [...ledger, ...written(chosenEntries(ledger, choices, now, isAsked))];
      const ticks = choices.map(({ subscribed }) => subscribed);
      for (const [no, wanted] of wantedOf(after).entries()) {
        if (!isAsked(no) && !isAsked(0)) expect(wanted).toBe(ticks[no]);
        if (!ticks[no] || (isAsked(no) && isAsked(0) && !before[no])) expect(wanted).toBe(false);
      }
      expect(chosenEntries(after, choices, now, isAsked)).toEqual([]);
      const later = new Date(now.getTime() + 1);
      const answers = topicNos
        .filter((no) => ticks[no] && !isWanted(after, no, now))
        .map((no) => entryOf(no, 'GRANTED', later, `answer${no}`));
      expect(topicNos.map((no) => isWanted([...after, ...answers], no, later))).toEqual(ticks);
    }),
    { numRuns },
  );
});

test('nothing is written of what a page leaves as it is', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const same = topicNos.map((topicNo) => ({ topicNo, subscribed: isWanted(ledger, topicNo, now) }));
      expect(chosenEntries(ledger, same, now, never)).toEqual([]);
    }),
    { numRuns },
  );
});

test('a withdrawal never widens: what was not wanted before is not wanted after', () => {
  fc.assert(
    fc.property(ledgers, fc.constantFrom(...topicNos), (ledger, topicNo) => {
      const before = wantedOf(ledger);
      for (const entries of [
        withdrawn(ledger, topicNo, now),
        chosenEntries(ledger, [{ topicNo, subscribed: false }], now, never),
      ]) {
        const after = [...ledger, ...written(entries)];
        expect(isWanted(after, topicNo, now)).toBe(false);
        for (const [i, wanted] of wantedOf(after).entries()) expect(wanted && !before[i]).toBe(false);
      }
    }),
    { numRuns },
  );
});

test('a topic or channel left by one click is left once', () => {
  fc.assert(
    fc.property(ledgers, fc.constantFrom(...topicNos), (ledger, topicNo) => {
      const after = [...ledger, ...written(withdrawn(ledger, topicNo, now))];
      expect(withdrawn(after, topicNo, now)).toEqual([]);
    }),
    { numRuns },
  );
});

test('a topic left by one click stays left when the whole channel is granted again', () => {
  fc.assert(
    fc.property(ledgers, fc.constantFrom(1, 2, 3), (ledger, topicNo) => {
      const after = [...ledger, ...written(withdrawn(ledger, topicNo, now))];
      const later = new Date(now.getTime() + 1);
      expect(isWanted([...after, entryOf(0, 'GRANTED', later, 'again')], topicNo, later)).toBe(false);
    }),
    { numRuns },
  );
});

test('the end of everything is the end of every topic, and is said once', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const after = [...ledger, ...written(silence(ledger, now))];
      expect(wantedOf(after)).toEqual(topicNos.map(() => false));
      expect(silence(after, now)).toEqual([]);
    }),
    { numRuns },
  );
});
