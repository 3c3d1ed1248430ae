import type { LeafResult } from '@ucp/audience/answers';
import { type Answers, answersOf } from '@ucp/audience/answers';
import { evaluate } from '@ucp/audience/evaluate';
import { childrenOf, type Filter, keyOf, type Leaf, leavesOf, nodeOf, type Path } from '@ucp/audience/filter';
import { type Score, type ScoreModel, scoreContacts } from '@ucp/audience/score';
import type { Caller } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import { contactId, recordId } from '@ucp/kit/ids';
import { placed } from './domain/refused-leaf.ts';
import { withoutSegments } from './domain/without-segments.ts';
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
  /** Who matches a filter and is not archived, unless archived contacts were asked for. */
  readonly members: (filter: Filter) => ContactBits;
  readonly scores: (contactNos: readonly number[]) => Map<number, Score>;
}

/**
 * Gathers all that filters and the account's score ask, in one question to each owner, for some contacts or for the whole
 * account; what follows is computed and asks nobody.
 */
export async function gather(options: {
  readonly ask: AskLeaves;
  readonly caller: Caller;
  readonly rules: AccountRules;
  readonly filters: readonly Filter[];
  /** Where the filters stand in the caller's input. Default: in none. */
  readonly paths?: readonly Path[];
  readonly scored: boolean;
  /** Numbers under which contacts are shown; null: the whole account. */
  readonly contactNos: readonly number[] | null;
  /** True: facts are needed for every leaf, to be shown as evidence. */
  readonly evidence: boolean;
  /** Default: archived contacts are in no audience. */
  readonly includeArchived?: boolean;
}): Promise<Evaluated> {
  const { ask, caller, rules, filters, paths = [], contactNos, evidence, includeArchived = false } = options;
  const { account } = caller;
  const expanded = (filter: Filter): Filter => withoutSegments(filter, rules.segments, account);
  const model: ScoreModel = {
    ...rules.model,
    rules: rules.model.rules.map((rule) => ({ ...rule, when: expanded(rule.when) })),
  };
  const asked = filters.map((filter, i) => ({ filter, path: paths[i] ?? null }));
  const written = asked.map(({ filter, path }) =>
    withoutSegments(filter, rules.segments, account, path === null ? {} : { path }),
  );
  const scoreLeaves = leavesOf(written).filter(({ name }) => name === 'score');
  const scored = options.scored || scoreLeaves.length > 0;
  const whens = scored ? model.rules.map(({ when }) => when) : [];
  const leaves = leavesOf([...written, ...whens]).filter(({ name }) => name !== 'score');
  const withFacts = new Set([
    ...(scored ? leavesOf(model.rules.filter(({ part }) => part === 'ACTIONS').map(({ when }) => when)) : []).map(
      keyOf,
    ),
    ...written.flatMap(togetherLeaves).map(keyOf),
  ]);
  const { results, everybody } = await ask(
    {
      leaves,
      contactIds: contactNos === null ? null : contactNos.map((no) => contactId(account, no)),
      factsOf: (leaf) => evidence || contactNos !== null || withFacts.has(keyOf(leaf)),
      everybody: { includeArchived },
    },
    caller,
  ).catch((error: unknown) => {
    throw placed(error, asked, expanded);
  });
  // Of contacts that are named the score is told, archived or not; only audiences leave them out.
  const all = contactNos === null ? everybody : bitsOf(contactNos);
  const known = new Map<string, LeafResult>(results);
  const answers = answersOf(rules.now, all, known);
  const scores = (asked: readonly number[]) => scoreContacts(model, answers, asked);
  if (scoreLeaves.length > 0) {
    const totals = scores(numbersIn(all));
    for (const leaf of scoreLeaves) known.set(keyOf(leaf), { contacts: scoredSo(leaf, totals), facts: [] });
  }
  return { answers, expanded, members: (filter) => both(everybody, evaluate(expanded(filter), answers)), scores };
}

/** Leaves whose facts decide, as they must lie within one window. */
function togetherLeaves(filter: Filter): Leaf[] {
  const node = nodeOf(filter);
  return node.is === 'together' ? leavesOf(node.filters) : childrenOf(node).flatMap(togetherLeaves);
}

/** Contacts whose score is as a `score` leaf asks. */
function scoredSo({ predicate }: Leaf, totals: ReadonlyMap<number, Score>): ContactBits {
  const { atLeast, lessThan, leadStatus } = Object(predicate);
  const fits = (score: Score): boolean =>
    score.total >= (atLeast ?? Number.NEGATIVE_INFINITY) &&
    score.total < (lessThan ?? Number.POSITIVE_INFINITY) &&
    (leadStatus === null || leadStatus === undefined || score.leadStatus === leadStatus);
  return bitsOf([...totals].flatMap(([no, score]) => (fits(score) ? [no] : [])));
}
