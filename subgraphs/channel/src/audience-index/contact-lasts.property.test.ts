import { numbersIn } from '@ucp/kit/contact-bits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Columns, columnOf, remove } from './columns.ts';
import { type ContactLasts, moveLasts, noteLast } from './contact-lasts.ts';
import { contactsThatDid } from './did-contacts.ts';
import { changeRoots, createShownRoots } from './shown-roots.ts';

const people = 4;
const keys = [2, 4];
/** So many of the same are more than a log is read for: the last ones decide. */
const copies = 300;

const person = fc.integer({ min: 1, max: people });
const key = fc.constantFrom(...keys);
const second = fc.integer({ min: 0, max: 20 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ did: key, address: person, second }) },
  { weight: 1, arbitrary: fc.record({ contact: person, root: person }) },
  { weight: 3, arbitrary: fc.record({ address: person, to: fc.oneof(fc.constant(0), person) }) },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat(50) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ask: fc.subarray(keys, { minLength: 1 }),
      since: fc.option(second),
      until: fc.option(second, { freq: 1 }),
    }),
  },
);

interface Event {
  readonly key: number;
  readonly address: number;
  readonly second: number;
}

test('who did something since a moment is who has an event since then, after every event, merge, link and removal', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
      const columns: Columns = new Map();
      const lasts: ContactLasts = new Map();
      const roots = createShownRoots();
      const moved = (address: number, before: number) => moveLasts(lasts, columns, roots, address, before);
      const change = (links: readonly number[], contacts: readonly number[]) =>
        changeRoots(roots, Int32Array.from(links), Int32Array.from(contacts), moved);
      const everybody = Array.from({ length: people }, (_, i) => i + 1);
      const themselves = everybody.flatMap((no) => [no, no]);
      change(themselves, themselves);
      const [contactOf, rootOf] = [new Map(everybody.map((no) => [no, no])), new Map(everybody.map((no) => [no, no]))];
      const events: Event[] = [];
      for (const each of steps) {
        if ('did' in each) {
          const event = { key: each.did, address: each.address, second: each.second };
          for (let i = 0; i < copies; i++) {
            add(columnOf(columns, event.key), event.second, event.address);
            noteLast(lasts, event.key, roots, event.address, event.second);
          }
          events.push(event);
        } else if ('root' in each) {
          rootOf.set(each.contact, each.root);
          change([], [each.contact, each.root]);
        } else if ('to' in each) {
          contactOf.set(each.address, each.to);
          change([each.address, each.to], []);
        } else if ('undo' in each) {
          const [undone] = events.splice(each.undo % Math.max(1, events.length), 1);
          if (undone === undefined) continue;
          remove(
            columnOf(columns, undone.key),
            Array.from({ length: copies }, () => undone),
          );
          lasts.delete(undone.key);
        } else {
          const did = { keys: each.ask, window: '', since: each.since, until: each.until, least: 1, most: null };
          const expected = events
            .filter(
              (event) =>
                each.ask.includes(event.key) && event.second >= (each.since ?? 0) && event.second < (each.until ?? 99),
            )
            .flatMap(({ address }) => rootOf.get(contactOf.get(address) ?? 0) ?? [])
            .filter((no) => rootOf.get(no) === no);
          expect(numbersIn(contactsThatDid({ columns, roots, lasts }, did))).toEqual(
            [...new Set(expected)].sort((a, b) => a - b),
          );
        }
      }
    }),
    { numRuns: Math.max(200, Number(process.env.UCP_PROPERTY_RUNS ?? 100)) },
  );
});
