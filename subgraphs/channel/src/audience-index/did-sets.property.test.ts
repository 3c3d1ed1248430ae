import { type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Columns, columnOf } from './columns.ts';
import { type ContactLasts, noteLast } from './contact-lasts.ts';
import { contactsOf, createDidSets, noteDid } from './did-sets.ts';
import { changeRoots, createShownRoots } from './shown-roots.ts';

const people = 5;
const keys = [2, 4];
const key = fc.constantFrom(...keys);
const second = fc.integer({ min: 0, max: 20 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ did: key, address: fc.integer({ min: 1, max: people }), second }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ask: fc.subarray(keys, { minLength: 1 }),
      // Also before any moment of a column.
      since: fc.option(fc.oneof({ weight: 9, arbitrary: second }, fc.constant(-5_000_000_000))),
      until: fc.option(second, { freq: 1 }),
      least: fc.integer({ min: 1, max: 3 }),
      most: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 1 }),
    }),
  },
);

/** Two addresses of the first contact, one of nobody, one of each of the others. */
const rootOf = (address: number): number => (address === people ? 0 : Math.max(1, address - 1));

test('who did something often enough is found anew or kept alike, and an answer stays what it was', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 60 }), (steps) => {
      const kept = { columns: new Map() as Columns, lasts: new Map() as ContactLasts, roots: createShownRoots() };
      const sets = createDidSets();
      const addresses = Array.from({ length: people }, (_, i) => i + 1);
      changeRoots(
        kept.roots,
        Int32Array.from(addresses.flatMap((no) => [no, rootOf(no)])),
        Int32Array.from(addresses.flatMap((no) => [no, no])),
        () => {},
      );
      const events: { readonly did: number; readonly address: number; readonly second: number }[] = [];
      const answers: { readonly contacts: ContactBits; readonly told: readonly number[] }[] = [];
      for (const each of steps) {
        if ('did' in each) {
          events.push(each);
          add(columnOf(kept.columns, each.did), each.second, each.address);
          noteLast(kept.lasts, each.did, kept.roots, each.address, each.second);
          noteDid(sets, kept, each.did, each.address, each.second);
          continue;
        }
        const { ask, since, until, least, most } = each;
        // Of one window, which begins now here and now there, as that of a month does.
        const did = { keys: ask, window: since === null ? '' : 'P1M', since, until, least, most };
        const contacts = contactsOf(kept, sets, did);
        const told = addresses.filter((no) => {
          const own = events.filter(
            (event) => ask.includes(event.did) && event.second >= (since ?? 0) && event.second < (until ?? 99),
          );
          const times = own.filter(({ address }) => rootOf(address) === no).length;
          return times >= least && times <= (most ?? times);
        });
        expect(numbersIn(contacts)).toEqual(told);
        answers.push({ contacts, told });
      }
      for (const { contacts, told } of answers) expect(numbersIn(contacts)).toEqual(told);
    }),
    { numRuns: Math.max(300, Number(process.env.UCP_PROPERTY_RUNS ?? 100)) },
  );
});

test('of more questions than are kept those asked least recently are found anew', () => {
  const kept = { columns: new Map() as Columns, lasts: new Map() as ContactLasts, roots: createShownRoots() };
  const sets = createDidSets();
  const window = { window: '', since: null, until: null };
  const ask = (least: number) => contactsOf(kept, sets, { keys: [2], ...window, least, most: null });
  const [first, second] = [ask(1), ask(2)];
  for (let least = 3; least <= 64; least++) ask(least);
  expect(ask(1)).toBe(first);
  ask(65);
  expect(ask(1)).toBe(first);
  expect(ask(2)).not.toBe(second);
});

test.each([-5_000_000_000, -(2 ** 31), -(2 ** 31) + 1, 0, null])(
  'of more events than are read one by one those since %s are of those who did them, and of nobody who never did',
  (since) => {
    const kept = { columns: new Map() as Columns, lasts: new Map() as ContactLasts, roots: createShownRoots() };
    const addresses = Int32Array.from([1, 1, 2, 2, 3, 3]);
    changeRoots(kept.roots, addresses, addresses, () => {});
    const column = columnOf(kept.columns, 2);
    for (let second = 0; second < 5_000; second++) add(column, second, 1 + (second % 2));
    const did = { keys: [2], window: '', since, until: null, least: 1, most: null };
    expect(numbersIn(contactsOf(kept, createDidSets(), did))).toEqual([1, 2]);
  },
);
