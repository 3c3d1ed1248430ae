import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { contactId } from '@ucp/kit/ids';
import type { LeafAnswer } from '@ucp/kit/leaf';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOfContacts } from './contact-answers.ts';
import type { ChannelPredicate } from './domain/predicate.ts';
import { answersOfLedgers } from './ledger-answers.ts';
import { createChannelLoaders } from './loaders.ts';
import { newestRead } from './store/contact-sql.ts';
import {
  appendEvents,
  contactEntry,
  foldEntries,
  linkEntry,
  markAsMachine,
  testEvent,
} from './testing/audience-data.ts';
import { createLetters, type Letters } from './testing/letters.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 600 : 25;
const people = 5;
const day = 86_400_000;

let letters: Letters;
let lastAccount = 100;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

const person = fc.integer({ min: 1, max: people });
/** Windows begin and end with whole seconds: events right at their edges are what is got wrong. */
const ago = fc.oneof(
  fc.integer({ min: -1, max: 40 }).map((days) => days * day),
  fc.integer({ min: 0, max: 40 * day }),
  fc.integer({ min: -3_000, max: 3_000 }),
);
const event = fc.record({
  addressNo: person,
  ago,
  kind: fc.constantFrom('REPLY', 'DELIVERED', 'SEND'),
  machine: fc.boolean(),
});
const did = fc.record({
  kinds: fc.subarray(['REPLY', 'DELIVERED', 'SEND'], { minLength: 1 }),
  within: fc.constantFrom(null, 'P1D', 'P7D', 'P1M', 'PT1H', 'PT1S'),
  atLeast: fc.constantFrom(null, 1, 2, 3),
  includeMachine: fc.boolean(),
  property: fc.constantFrom(null, null, null, { key: 'url', equals: 'REPLY' }),
});
const predicate: fc.Arbitrary<ChannelPredicate> = fc.record({
  did: fc.option(fc.array(did, { maxLength: 2 })),
  canSend: fc.constantFrom(undefined, undefined, true, false),
  consent: fc.constantFrom(undefined, undefined, { given: true }, { given: false }),
});

async function plain({ contacts, facts }: LeafAnswer) {
  const told = (await facts(null)).map(({ contact, at, kind }) => `${contact} ${at.toISOString()} ${kind}`);
  return { contacts: numbersIn(contacts), facts: told.sort() };
}

test('out of what a profile is made of and by SQL contacts match the same, by the same facts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { maxLength: 80 }),
      fc.array(fc.nat(79), { maxLength: 8 }),
      fc.array(fc.record({ contact: person, root: person }), { maxLength: 3 }),
      fc.array(predicate, { minLength: 1, maxLength: 5 }),
      fc.subarray([1, 2, 3, 4, 5, 99], { minLength: 1 }),
      async (happened, marked, merges, predicates, named) => {
        const account = lastAccount++;
        const { channel } = letters;
        const numbers = Array.from({ length: people }, (_, i) => i + 1);
        await foldEntries(
          channel.db,
          account,
          ...numbers.flatMap((no) => [contactEntry(no), linkEntry(`house ${no}`, no === people ? null : no)]),
        );
        const started = Date.now();
        const events = happened.map(({ ago, ...more }) => testEvent({ ...more, at: new Date(started - ago) }));
        if (events.length > 0) await appendEvents(channel.db, account, events);
        const machines = [...new Set(marked.flatMap((no) => events[no] ?? []))];
        if (machines.length > 0) await markAsMachine(channel.db, account, machines);
        // Identity tells of whom each contact is shown as in the end: nobody is shown as somebody who is shown as a third.
        const roots = new Map(numbers.map((no) => [no, no]));
        for (const { contact, root } of merges) {
          const [from, to] = [roots.get(contact), roots.get(root) ?? root];
          const moved = numbers.filter((no) => roots.get(no) === from);
          for (const no of moved) roots.set(no, to);
          await foldEntries(channel.db, account, ...moved.map((no) => contactEntry(no, to)));
        }
        const caller = serviceCaller('test', account);
        const ids = named.map((no) => contactId(account, no));
        const load = createChannelLoaders(channel, { caller, mutates: false, asOf: createAsOf() });
        for (const no of named)
          expect(await load.newest(no)).toEqual(await channel.activity.newestOf(account, [no], newestRead, null));
        // A second may end between the two: then they are about different moments, and are asked again.
        for (let second = -1; ; ) {
          const now = Math.floor(Date.now() / 1_000);
          if (now === second) break;
          second = now;
          const asking = { caller, mutates: false, asOf: createAsOf() };
          const asked = { channel, ...asking, load: createChannelLoaders(channel, asking) };
          const mine = await answersOfContacts(asked, predicates, ids, () => '');
          const theirs = await answersOfLedgers(channel, asking, predicates, ids, () => '');
          const all = [await Promise.all(mine.map(plain)), await Promise.all(theirs.map(plain))];
          if (Math.floor(Date.now() / 1_000) !== second) continue;
          expect(all[0]).toEqual(all[1]);
        }
      },
    ),
    { numRuns },
  );
});
