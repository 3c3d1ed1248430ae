import { randomUUID } from 'node:crypto';
import { appendToJournal } from '@ucp/kit/journal';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldBy, outcomesAfterRelease, type StatusEntry } from '../domain/address-status.ts';
import { type DeliveryOutcome, deliverabilityOf } from '../domain/deliverability.ts';
import { contactEntry, foldEntries, linkEntry } from '../testing/audience-data.ts';
import { type HeldLetters, heldLetterChannel, openHeldLetters } from '../testing/held-letters.ts';
import { activityOf, activityWrite } from './activity-log.ts';
import { statusWrite } from './status-ledger.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 1_000 : 60;
let letters: HeldLetters;
let account = 0;
beforeAll(async () => {
  letters = await openHeldLetters();
});
afterAll(() => letters.stop());

const start = Date.parse('2026-03-01T12:00:00Z');
const minute = (no: number): Date => new Date(start + no * 60_000);
const moment = fc.integer({ min: 0, max: 12 });
const happened = fc.record({
  at: moment,
  bounced: fc.boolean(),
  message: fc.constantFrom('one', 'two', 'three', null),
});

test('what is read of the outcomes of an address tells at every moment what all of them tell', async () => {
  const heldThen: boolean[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(happened, { maxLength: 14 }),
      fc.array(moment, { maxLength: 2 }),
      async (list, releases) => {
        account++;
        const { channel } = letters;
        await foldEntries(channel.db, account, contactEntry(1), linkEntry('house', 1));
        const all = list.map(({ at, bounced, message }) => ({
          at: minute(at),
          bounced,
          message,
          eventId: randomUUID(),
        }));
        const rows = all.map(({ at, bounced, message: messageId, eventId }) =>
          activityOf({
            eventId,
            addressNo: 1,
            at,
            kind: bounced ? 'HARD_BOUNCE' : 'DELIVERED',
            machine: false,
            messageId,
            details: {},
          }),
        );
        const statuses = releases.map(
          (at): StatusEntry => ({
            status: 'UNHELD',
            occurredAt: minute(at),
            reason: 'a test',
            actor: 'test',
            bulk: false,
          }),
        );
        const entries = statuses.map((entry) => ({ ...entry, entryId: randomUUID(), addressNo: 1 }));
        await appendToJournal({ query: channel.db.write }, account, [
          activityWrite(heldLetterChannel, account, rows),
          statusWrite(account, minute(0), entries),
        ]);
        const facts = (await channel.profiles.factsOf(account, [1])).get(1);
        const read = facts?.addresses[0].outcomes ?? expect.unreachable();
        const whole: DeliveryOutcome[] = all.map(({ at, bounced, message, eventId }) => ({
          at,
          bounced,
          message: message ?? eventId,
        }));
        for (let at = -1; at <= 13; at++) {
          const told = (outcomes: readonly DeliveryOutcome[]) => ({
            held: heldBy({ outcomes, statuses }, 2, minute(at)),
            ...deliverabilityOf(outcomesAfterRelease(outcomes, statuses, minute(at)), 2, minute(at)),
          });
          expect(told(read)).toEqual(told(whole));
          heldThen.push(told(whole).held !== null);
        }
        // Of deliveries in a row there is one.
        expect(read.filter(({ bounced }) => !bounced).length).toBeLessThanOrEqual(
          read.filter(({ bounced }) => bounced).length,
        );
      },
    ),
    { numRuns },
  );
  expect(new Set(heldThen)).toEqual(new Set([true, false]));
});
