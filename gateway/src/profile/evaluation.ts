import { amountKey, countedLeaves, scoreAccount, type Totals } from '@ucp/audience/account-score';
import { type Answers, answersOf, type LeafResult } from '@ucp/audience/answers';
import { evaluate } from '@ucp/audience/evaluate';
import { checkFilter, type Filter, keyOf, type Leaf, leavesOf, type Path } from '@ucp/audience/filter';
import { amountQuestionOf, leadStatusOf, type Score, type ScoreModel, scoreContacts } from '@ucp/audience/score';
import { type TimesNeeded, timesNeeded } from '@ucp/audience/times-needed';
import type { Caller } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits, hasBit, numbersIn } from '@ucp/kit/contact-bits';
import { recordId } from '@ucp/kit/ids';
import type { AmountQuestion } from '@ucp/kit/leaf';
import { wholeSecond } from '@ucp/kit/moments';
import { asOne } from './as-one.ts';
import { checkHappenings } from './domain/happenings.ts';
import { type PlacedFilter, placed } from './domain/refused-leaf.ts';
import { withoutSegments } from './domain/without-segments.ts';
import type { AskedLeaf } from './leaf-documents.ts';
import type { AskLeaves } from './leaf-source.ts';
import type { AccountRules } from './store/rules.ts';
import type { SegmentRow } from './store/segments.ts';

export const segmentId = (account: number, { segmentNo }: Pick<SegmentRow, 'segmentNo'>): string =>
  recordId('seg', account, segmentNo);

/** What is asked of contacts: filters, the score, or both. */
export interface Evaluated {
  readonly answers: Answers;
  /** The filter with its segments written out. */
  readonly expanded: (filter: Filter) => Filter;
  /** Who of those asked about is not archived, unless archived contacts were asked for. */
  readonly everybody: ContactBits;
  /** Who matches a filter and is not archived, unless archived contacts were asked for. */
  readonly members: (filter: Filter) => ContactBits;
  /** Of contacts that were named, with all that they come from. */
  readonly scores: (contactNos: readonly number[]) => Map<number, Score>;
  /** Number under which a contact that was named is shown; null: there is none. */
  readonly shownAs: (contactNo: number) => number | null;
  /** Which merges all of it is by, for what is asked beside it. */
  readonly asOf: number | null;
  /** Of the whole account, when it was asked. */
  readonly totals: () => Totals;
  /** Without rules where no score was asked for. */
  readonly model: ScoreModel;
}

export interface Gathering {
  readonly ask: AskLeaves;
  readonly caller: Caller;
  /** Read only where something is asked that the account defined. */
  readonly rules: AccountRules | (() => Promise<AccountRules>);
  readonly filters: readonly Filter[];
  /** Where the filters stand in the caller's input. Default: in none. */
  readonly paths?: readonly Path[];
  readonly scored: boolean;
  /** Numbers of contacts, of whom is told as they are shown; null: the whole account. */
  readonly contactNos: readonly number[] | null;
  /** Default: archived contacts are in no audience. */
  readonly includeArchived?: boolean;
}

/**
 * Gathers all that filters and the account's score ask, in one question to each owner, for some contacts or for the whole
 * account; what follows is computed and asks nobody. Only what must have happened within a window of something else is asked once
 * more, of those it can be true for.
 */
export const gather = (gathering: Gathering): Promise<Evaluated> =>
  asOne(gathering.caller, (caller) => gatherOnce({ ...gathering, caller }));

/** The same, for who asks more beside it. @throws Moved when contacts change meanwhile */
export async function gatherOnce({ includeArchived = false, paths = [], ...options }: Gathering): Promise<Evaluated> {
  const { ask, caller, filters, contactNos } = options;
  const { account } = caller;
  const asked = filters.map((filter, i) => ({ filter, path: paths[i] ?? null }));
  const { rules } = options;
  const isNeeded = options.scored || asked.some(asksForRules);
  const needed = isNeeded ? await (typeof rules === 'function' ? rules() : rules) : null;
  const segments = needed?.segments ?? [];
  const writtenOut = new Map<Filter, Filter>();
  const expanded = (filter: Filter): Filter => writtenOut.get(filter) ?? withoutSegments(filter, segments, account);
  const written = asked.map(({ filter, path }) =>
    withoutSegments(filter, segments, account, path === null ? {} : { path }),
  );
  filters.forEach((filter, i) => {
    writtenOut.set(filter, written[i] ?? filter);
  });
  const scoreLeaves = leavesOf(written).filter(({ name }) => name === 'score');
  const scored = options.scored || scoreLeaves.length > 0;
  const model: ScoreModel =
    scored && needed !== null
      ? {
          ...needed.model,
          rules: needed.model.rules.map((rule) => ({ ...rule, when: expanded(rule.when) })),
        }
      : { rules: [], ranges: [] };
  const leaves = leavesOf([...written, ...model.rules.map(({ when }) => when)]).filter(({ name }) => name !== 'score');
  const counted =
    contactNos === null && needed !== null
      ? amountsOf(model, wholeSecond(needed.now))
      : new Map<string, AmountQuestion[]>();
  const first = await ask(
    {
      leaves: leaves.map((leaf) => ({
        leaf,
        facts: contactNos !== null,
        amounts: counted.get(keyOf(leaf)) ?? [],
        times: false,
      })),
      contactNos,
      among: null,
      everybody: { includeArchived },
      asOf: null,
    },
    caller,
  ).catch((error: unknown) => {
    throw placed(error, asked, expanded);
  });
  asked.forEach(({ filter, path }, i) => {
    if (path !== null) checkHappenings(filter, written[i] ?? filter, path, first.results);
  });
  const results = new Map<string, LeafResult>(first.results);
  if (contactNos === null) {
    const uncounted = model.rules.filter((rule) => countedLeaves(rule) === null).map(({ when }) => when);
    const scoring = model.rules.map(({ when }) => when);
    await addTimes(options, timesNeeded([...written, ...scoring], uncounted, results), results, first.asOf);
  }
  // Of contacts that are named the score is told, archived or not; only audiences leave them out.
  const shownAs = (no: number): number => first.shownAs(no) ?? no;
  const all = contactNos === null ? first.everybody : bitsOf(contactNos.map(shownAs));
  const answers = answersOf(needed?.now ?? null, all, results);
  const isShownAsItself = (no: number): boolean => shownAs(no) === no;
  const scores = (numbers: readonly number[]): Map<number, Score> => {
    if (numbers.every(isShownAsItself)) return scoreContacts(model, answers, numbers);
    const shown = scoreContacts(model, answers, [...new Set(numbers.map(shownAs))]);
    return new Map(
      numbers.flatMap((no) => {
        const score = shown.get(shownAs(no));
        return score === undefined ? [] : [[no, score] as const];
      }),
    );
  };
  let known: Totals | undefined;
  const totals = (): Totals => {
    known ??= scoreAccount(model, answers);
    return known;
  };
  if (scoreLeaves.length > 0) {
    const points = contactNos === null ? totals() : totalsOf(scores(numbersIn(all)), all);
    for (const leaf of scoreLeaves) {
      results.set(keyOf(leaf), { contacts: scoredSo(leaf, all, points, model), happens: false, facts: [] });
    }
  }
  return {
    answers,
    expanded,
    everybody: first.everybody,
    members: (filter) => {
      const matching = evaluate(expanded(filter), answers);
      if (contactNos === null) return matching;
      const shown = both(first.everybody, matching);
      if (contactNos.every(isShownAsItself)) return shown;
      return bitsOf(contactNos.filter((no) => hasBit(shown, shownAs(no))));
    },
    scores,
    shownAs: first.shownAs,
    asOf: first.asOf,
    totals,
    model,
  };
}

/** Whether a filter asks for what the account defined: a segment or its score. */
function asksForRules({ filter, path }: PlacedFilter): boolean {
  checkFilter(filter, path ?? undefined);
  return leavesOf([filter]).some(({ name }) => name === 'segment' || name === 'score');
}

/** What owners are to count for a score, by leaf. */
function amountsOf(model: ScoreModel, now: Date): Map<string, AmountQuestion[]> {
  const counted = new Map<string, AmountQuestion[]>();
  for (const rule of model.rules) {
    if (rule.part === 'DEMOGRAPHICS') continue;
    const question = amountQuestionOf(rule, now);
    for (const leaf of countedLeaves(rule) ?? []) {
      const asked = counted.get(keyOf(leaf)) ?? [];
      if (asked.every((each) => amountKey(each) !== amountKey(question)))
        counted.set(keyOf(leaf), [...asked, question]);
    }
  }
  return counted;
}

/** Asks when things happened. */
async function addTimes(
  { ask, caller }: Pick<Gathering, 'ask' | 'caller'>,
  { leaves, among }: TimesNeeded,
  results: Map<string, LeafResult>,
  asOf: number | null,
): Promise<void> {
  if (leaves.length === 0) return;
  const asked = leaves.map((leaf): AskedLeaf => ({ leaf, facts: false, amounts: [], times: true }));
  const { results: told } = await ask({ leaves: asked, contactNos: null, among, everybody: null, asOf }, caller);
  for (const leaf of leaves) {
    const known = results.get(keyOf(leaf));
    const times = told.get(keyOf(leaf))?.times;
    if (known !== undefined) results.set(keyOf(leaf), { ...known, times });
  }
}

function totalsOf(scores: ReadonlyMap<number, Score>, all: ContactBits): Totals {
  const totals = new Float64Array(all.length * 32);
  for (const [no, { total }] of scores) totals[no] = total;
  return totals;
}

/** Contacts whose score is as a `score` leaf asks. */
function scoredSo({ predicate }: Leaf, all: ContactBits, totals: Totals, { ranges }: ScoreModel): ContactBits {
  const { atLeast, lessThan, leadStatus } = Object(predicate);
  return bitsOf(
    numbersIn(all).filter((no) => {
      const total = totals[no] ?? 0;
      return (
        total >= (atLeast ?? Number.NEGATIVE_INFINITY) &&
        total < (lessThan ?? Number.POSITIVE_INFINITY) &&
        (leadStatus === null || leadStatus === undefined || leadStatusOf(total, ranges) === leadStatus)
      );
    }),
  );
}
