import { createAsOf } from '@ucp/kit/as-of';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { hasBit, numbersIn } from '@ucp/kit/contact-bits';
import { before, parseDuration } from '@ucp/kit/duration';
import { contactId } from '@ucp/kit/ids';
import type { LeafAnswer } from '@ucp/kit/leaf';
import { secondOf } from '@ucp/kit/moments';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOfContacts } from './contact-answers.ts';
import { answersOfLedgers } from './ledger-answers.ts';
import { createChannelLoaders } from './loaders.ts';
import { shownContacts } from './store/shown-contacts.ts';
import { type HeldLetters, openHeldLetters, statusOf } from './testing/held-letters.ts';
import { beginStatements, statement } from './testing/stated-facts.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 600 : 40;
const statuses = ['UNSUBSCRIBED', 'HELD', 'EXPIRED', 'UNCONFIRMED', 'NORMAL'];

let held: HeldLetters;
let lastAccount = 1;
beforeAll(async () => {
  held = await openHeldLetters();
});
afterAll(() => held.stop());

/** The status of each contact at a moment, by asking for one status after another. */
async function statusesAt(caller: Caller, at: number): Promise<Map<number, string>> {
  const answers = await answersOfLedgers(
    held.channel,
    { caller: { ...caller, at }, asOf: createAsOf() },
    statuses.map((status) => ({ status: [status] })),
    null,
    statusOf,
  );
  return new Map(
    answers.flatMap(({ contacts }, i) => numbersIn(contacts).map((no) => [no, statuses[i] ?? ''] as const)),
  );
}

/**
 * Since when each contact has its status, by asking about every moment at which something may have happened, and the one before it,
 * back to where another one is told. Null: it never was another.
 */
async function sinceByMoments(caller: Caller, now: number, moments: readonly number[]) {
  const current = await statusesAt(caller, now);
  const since = new Map<number, number | null>([...current.keys()].map((no) => [no, null]));
  const open = new Set(current.keys());
  for (const moment of moments.filter((each) => each <= now).sort((a, b) => b - a)) {
    const earlier = await statusesAt(caller, moment - 1);
    for (const no of open) {
      if (earlier.get(no) === current.get(no)) continue;
      since.set(no, moment);
      open.delete(no);
    }
  }
  return { current, since };
}

const plain = async ({ contacts, facts, happens }: LeafAnswer) => ({
  contacts: numbersIn(contacts),
  happens,
  facts: (await facts(null))
    .map(({ contact, at, channel, kind }) => `${contact} ${at.getTime()} ${channel} ${kind}`)
    .sort(),
});

test('a status is asked since when as it is asked about every moment since, of one contact and of all, now and at another moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { minLength: 6, maxLength: 25 }),
      fc.constantFrom('PT1H', 'PT2H', 'PT4H', 'P1D'),
      fc.option(fc.subarray(statuses, { minLength: 1 })),
      fc.integer({ min: 0, max: 4 }),
      async (said, within, status, hoursAgo) => {
        const account = lastAccount++;
        const { say, moment } = await beginStatements(held, account);
        for (const each of said) await say(each);
        const caller = serviceCaller('test', account);
        const moments = Array.from({ length: 12 }, (_, i) => moment(i - 6).getTime());
        const ids = (await shownContacts({ query: held.channel.db.read }, account, () => {})).map((no) =>
          contactId(account, no),
        );
        const predicate = { status, statusSince: { within } };
        const ofLedgers = async (asked: Caller, named: readonly string[] | null) =>
          plain(
            (
              await answersOfLedgers(held.channel, { caller: asked, asOf: createAsOf() }, [predicate], named, statusOf)
            )[0] ?? expect.unreachable(),
          );
        const now = Date.now() + held.clock.offset();
        for (const at of [undefined, now - hoursAgo * 3_600_000]) {
          const { current, since } = await sinceByMoments(caller, at ?? now, moments);
          const from = secondOf(before(new Date(secondOf(new Date(at ?? now)) * 1_000), parseDuration(within)));
          const members = [...current].flatMap(([no, own]) => {
            const began = since.get(no) ?? null;
            const counts = began !== null && secondOf(new Date(began)) >= from && (status ?? statuses).includes(own);
            return counts ? [{ no, fact: `${no} ${began} LETTER ${own}` }] : [];
          });
          const expected = {
            contacts: members.map(({ no }) => no).sort(),
            happens: true,
            facts: members.map(({ fact }) => fact).sort(),
          };
          const asked = at === undefined ? caller : { ...caller, at };
          expect(await ofLedgers(asked, null)).toEqual(expected);
          expect(await ofLedgers(asked, ids)).toEqual(expected);
          if (at !== undefined) continue;
          const asking = { caller, mutates: false, asOf: createAsOf() };
          const load = createChannelLoaders(held.channel, asking);
          const [few] = await answersOfContacts({ channel: held.channel, ...asking, load }, [predicate], ids, statusOf);
          expect(await plain(few ?? expect.unreachable())).toEqual(expected);
        }
      },
    ),
    { numRuns },
  );
});

test('a contact without an address never had a status', async () => {
  const account = lastAccount++;
  const { say } = await beginStatements(held, account);
  await say({ address: 1, to: null });
  const caller = serviceCaller('test', account);
  const [asked, not] = await answersOfLedgers(
    held.channel,
    { caller, asOf: createAsOf() },
    [{ statusSince: { within: 'P3660D' } }, { status: statuses }],
    null,
    statusOf,
  );
  // Nothing was ever said of the others either: their status began in no window.
  expect(numbersIn(asked?.contacts ?? expect.unreachable())).toEqual([]);
  expect(hasBit(not?.contacts ?? expect.unreachable(), 1)).toBe(false);
  expect(hasBit(not?.contacts ?? expect.unreachable(), 2)).toBe(true);
});
