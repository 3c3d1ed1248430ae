import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { bitsOf, numbersIn } from '@ucp/kit/contact-bits';
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
/** Days of the time in which all happens, by whole seconds and within one. */
const date = ago.map((back) => new Date(Date.now() - back));
const event = fc.record({
  addressNo: person,
  ago,
  kind: fc.constantFrom('REPLY', 'DELIVERED', 'SEND'),
  machine: fc.boolean(),
  messageId: fc.constantFrom(null, 'first', 'second'),
  campaign: fc.constantFrom(null, null, 'spring', 'autumn'),
});
const did = fc.record({
  kinds: fc.subarray(['REPLY', 'DELIVERED', 'SEND'], { minLength: 1 }),
  within: fc.constantFrom(null, 'P1D', 'P7D', 'P1M', 'PT1H', 'PT1S'),
  after: fc.option(date, { freq: 1 }),
  before: fc.option(date, { freq: 1 }),
  atLeast: fc.constantFrom(null, 1, 2, 3),
  atMost: fc.constantFrom(null, null, 1, 3),
  includeMachine: fc.boolean(),
  property: fc.constantFrom(null, null, null, { key: 'url', equals: 'REPLY' }),
  message: fc.constantFrom(null, null, null, 'first'),
  campaign: fc.constantFrom(null, null, 'spring', 'autumn'),
  link: fc.constantFrom(null, null, null, 'REPLY'),
});
const predicate: fc.Arbitrary<ChannelPredicate> = fc.record({
  did: fc.option(fc.array(did, { maxLength: 2 })),
  canSend: fc.constantFrom(undefined, undefined, true, false),
  consent: fc.constantFrom(undefined, undefined, { given: true }, { given: false }),
});

/** @param among of these only; null: of all that match */
async function plain({ contacts, facts }: LeafAnswer, among: readonly number[] | null = null) {
  const told = (await facts(among === null ? null : bitsOf(among))).map(
    ({ contact, at, kind }) => `${contact} ${at.toISOString()} ${kind}`,
  );
  const own = numbersIn(contacts).filter((no) => among?.includes(no) ?? true);
  return { contacts: own, facts: told.sort() };
}

test('out of what a profile is made of and by SQL of some or of all contacts match the same, by the same facts', async () => {
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
          const shown = named.filter((no) => roots.get(no) === no);
          const whole = await answersOfLedgers(channel, asking, predicates, null, () => '');
          const all = [
            await Promise.all(mine.map((answer) => plain(answer))),
            await Promise.all(theirs.map((answer) => plain(answer))),
          ];
          const few = await answersOfLedgers(
            channel,
            asking,
            predicates,
            shown.map((no) => contactId(account, no)),
            () => '',
          );
          const some = [
            await Promise.all(few.map((answer) => plain(answer, shown))),
            await Promise.all(whole.map((answer) => plain(answer, shown))),
          ];
          if (Math.floor(Date.now() / 1_000) !== second) continue;
          expect(all[0]).toEqual(all[1]);
          expect(some[0]).toEqual(some[1]);
        }
      },
    ),
    { numRuns },
  );
});
