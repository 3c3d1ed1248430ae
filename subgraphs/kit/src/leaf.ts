import { bitsOf, type ContactBits, countBits, decodeBits, hasBit, numbersIn, sendBits } from './contact-bits.ts';
import { before, parseDuration } from './duration.ts';
import { secondOf } from './moments.ts';
import { SentWords, wordsSent } from './words.ts';

/** Something that happened to a contact and made a leaf match. */
export interface LeafFact {
  /** Number under which the contact is shown. */
  readonly contact: number;
  readonly at: Date;
  readonly channel: string | null;
  readonly kind: string;
}

/** Values of one list of a condition. */
export const comparedValues = 1_000;

/** How facts are counted for a score. */
export interface AmountQuestion {
  /** The moment from which days and windows are counted back. */
  readonly now: Date;
  /** ISO 8601 duration: how far back facts count. Null: ever. */
  readonly within: string | null;
  /** Each fact counts by the whole days it has left of these, a fact of today all of them. Null: each counts one. */
  readonly decayDays: number | null;
  /** Only the newest fact of each contact counts. */
  readonly newestOnly: boolean;
}

/** Whether the amounts are the same for everybody who matches: whoever did it did it last once. */
export const isSameForAll = ({ within, decayDays, newestOnly }: AmountQuestion): boolean =>
  newestOnly && decayDays === null && within === null;

/** When things happened: contact number and second since 1970 in turns, by contact, the oldest first. */
export type LeafTimes = Uint32Array;

/** What the owner of a leaf answers: who matches, and by what, which is worked out only when it is asked for. */
export interface LeafAnswer {
  readonly contacts: ContactBits;
  /** Whether it is about something that happens: else it has no facts, whoever matches. */
  readonly happens: boolean;
  /** Of all that match, or of those among these. In no order. */
  readonly facts: (among: ContactBits | null) => Promise<readonly LeafFact[]> | readonly LeafFact[];
  /** A number for each of `contacts`, in their order; a single one where all have the same. */
  readonly amounts: (question: AmountQuestion) => Promise<Uint32Array> | Uint32Array;
  readonly times: (among: ContactBits | null) => Promise<LeafTimes> | LeafTimes;
}

const day = 86_400;
/** What no amount exceeds: a contact with more is told to have this. */
export const mostAmount = 0xffff_ffff;

/** What one fact counts that happened at a second. */
export const amountAt = (second: number, { now, decayDays }: AmountQuestion): number =>
  decayDays === null ? 1 : Math.max(0, decayDays - Math.max(0, Math.floor((secondOf(now) - second) / day)));

/** The second from which on facts count. */
export const countsSince = ({ now, within }: AmountQuestion): number =>
  within === null ? Number.NEGATIVE_INFINITY : secondOf(before(now, parseDuration(within)));

/** Facts counted for each of some contacts, in their order. */
export function amountsOf(facts: readonly LeafFact[], contacts: ContactBits, question: AmountQuestion): Uint32Array {
  const since = countsSince(question);
  const sums = new Map<number, number>();
  for (const { contact, at } of facts) {
    const second = secondOf(at);
    if (second < since) continue;
    const amount = amountAt(second, question);
    const before = sums.get(contact) ?? 0;
    // The newest fact has most days left.
    sums.set(contact, question.newestOnly ? Math.max(before, amount) : Math.min(mostAmount, before + amount));
  }
  return Uint32Array.from(numbersIn(contacts), (no) => sums.get(no) ?? 0);
}

export const timesOf = (facts: readonly LeafFact[]): LeafTimes =>
  Uint32Array.from(
    facts
      .map(({ contact, at }) => [contact, secondOf(at)] as const)
      .sort(([a, first], [b, second]) => a - b || first - second)
      .flat(),
  );

interface Among {
  readonly among?: string | null | undefined;
}

interface AmountArguments {
  readonly now: Date;
  readonly within?: string | null | undefined;
  readonly decayDays?: number | null | undefined;
  readonly newestOnly: boolean;
}

const amongOf = ({ among }: Among): ContactBits | null =>
  among === null || among === undefined ? null : decodeBits(among);

/** Fields of `LeafAudience`, the same in every part. */
export const leafResolvers = {
  contacts: ({ contacts }: LeafAnswer): SentWords => sendBits(contacts),
  happens: ({ happens }: LeafAnswer): boolean => happens,
  facts: async ({ facts }: LeafAnswer, args: Among): Promise<LeafFact[]> =>
    [...(await facts(amongOf(args)))].sort((a, b) => b.at.getTime() - a.at.getTime()),
  amounts: async (
    { amounts }: LeafAnswer,
    { now, within, decayDays, newestOnly }: AmountArguments,
  ): Promise<SentWords> =>
    new SentWords(await amounts({ now, within: within ?? null, decayDays: decayDays ?? null, newestOnly })),
  times: async ({ times }: LeafAnswer, args: Among): Promise<SentWords> => new SentWords(await times(amongOf(args))),
};

/** Facts of those contacts only. */
export const factsAmong = (facts: readonly LeafFact[], among: ContactBits | null): readonly LeafFact[] =>
  among === null ? facts : facts.filter(({ contact }) => hasBit(among, contact));

/** An answer about what contacts are: nothing happened that made them match. */
export const plainAnswer = (contacts: ContactBits): LeafAnswer => ({
  contacts,
  happens: false,
  facts: () => [],
  amounts: () => new Uint32Array(1),
  times: () => new Uint32Array(),
});

/** An answer that is made of facts: who has one matches. */
export function answerOfFacts(facts: readonly LeafFact[]): LeafAnswer {
  const contacts = bitsOf(facts.map(({ contact }) => contact));
  return {
    contacts,
    happens: true,
    facts: (among) => factsAmong(facts, among),
    amounts: (question) => amountsOf(facts, contacts, question),
    times: (among) => timesOf(factsAmong(facts, among)),
  };
}

/** Amounts as they came, one for each of the contacts or one for all. @throws Error when they are not as many */
export function amountsFor(contacts: ContactBits, sent: unknown): Uint32Array {
  const amounts = wordsSent(sent);
  const expected = countBits(contacts);
  if (amounts.length !== expected && amounts.length !== 1)
    throw new Error(`${amounts.length} amounts came for ${expected} contacts`);
  return amounts;
}
