import { amountKey } from '@ucp/audience/account-score';
import type { LeafResult } from '@ucp/audience/answers';
import type { Leaf } from '@ucp/audience/filter';
import { groupBy } from '@ucp/kit/align';
import { type AmountQuestion, amountsFor, isSameForAll, type LeafFact } from '@ucp/kit/leaf';
import { leafField } from '@ucp/kit/parts-of-graph';
import { wordsSent } from '@ucp/kit/words';
import type { GraphQLError } from 'graphql';
import { groupsOf } from './domain/filter-groups.ts';

/** A leaf, and what is asked beside who matches it. */
export interface AskedLeaf {
  readonly leaf: Leaf;
  /** Whether the facts behind it are needed. */
  readonly facts: boolean;
  /** All of one question are counted back from one moment. */
  readonly amounts: readonly AmountQuestion[];
  /** Whether the times of what happened are needed. */
  readonly times: boolean;
}

/** Asks who there is. */
export const everyField = 'everyContact';

/**
 * What an answer may weigh: at a million contacts a leaf is 170 kB of text, an amount 5 MB at most and times, of two million happenings,
 * 20 MB, which is the most that is read of a part in another process.
 */
const weights = { most: 60, amounts: 30, times: 30 } as const;

/** What is asked of one owner, in as many questions as keep each answer small enough. At least one. */
export const portionsOf = (asked: readonly AskedLeaf[]): AskedLeaf[][] =>
  asked.length === 0
    ? [[]]
    : [
        ...groupsOf(
          asked,
          ({ amounts, times }) =>
            1 + weights.amounts * amounts.filter((each) => !isSameForAll(each)).length + (times ? weights.times : 0),
          weights.most,
        ),
      ];

/** Leaves of one name of which the same is asked: one field. */
export interface Group extends Omit<AskedLeaf, 'leaf'> {
  readonly alias: string;
  readonly name: string;
  readonly leaves: readonly Leaf[];
}

export const fieldsOf = (asked: readonly AskedLeaf[]): Group[] =>
  [...groupBy(asked, ({ leaf, ...needs }) => `${leaf.name} ${JSON.stringify(needs)}`).values()].flatMap((group, i) => {
    const [first] = group;
    if (first === undefined) return [];
    const { leaf, ...needs } = first;
    return [{ ...needs, alias: `${leaf.name}${i}`, name: leaf.name, leaves: group.map((each) => each.leaf) }];
  });

/** @param population asks who there is, and of contacts that are named as whom they are shown */
export function documentOf(
  groups: readonly Group[],
  typeOf: (name: string) => string,
  population: { readonly named: boolean } | null,
): string {
  const variables = groups.map(({ alias, name }) => `, $${alias}: [${typeOf(name)}!]!`);
  const fields = groups.map(
    (group) =>
      `${group.alias}: ${leafField(group.name)}(predicates: $${group.alias}, contactIds: $ids) { ${wanted(group)} }`,
  );
  if (population !== null) {
    variables.push(', $archived: Boolean');
    fields.push(`everybody: ${everyField}(contactIds: $ids, includeArchived: $archived) { contacts }`);
    if (population.named) fields.push(`known: ${everyField}(contactIds: $ids, includeArchived: true) { contacts }`);
  }
  if (groups.some(({ facts, times }) => facts || times)) variables.push(', $among: ContactBits');
  if (groups.some(({ amounts }) => amounts.length > 0)) variables.push(', $now: DateTime!');
  return `query Leaves($ids: [ID!]${variables.join('')}) { ${fields.join(' ')} }`;
}

function wanted({ facts, amounts, times }: Group): string {
  const counted = amounts.map(
    ({ within, decayDays, newestOnly }, i) =>
      // The moment is a variable: each document is read once, and kept.
      `amounts${i}: amounts(now: $now, within: ${JSON.stringify(within)}, decayDays: ${decayDays}, newestOnly: ${newestOnly})`,
  );
  return [
    'contacts happens',
    ...counted,
    ...(facts ? ['facts(among: $among) { contact at channel kind }'] : []),
    ...(times ? ['times(among: $among)'] : []),
  ].join(' ');
}

/** Which leaf an owner refused: it names the predicate by its place in the list it was given, `predicates.2.key`. */
export function refusedOf({ path, extensions }: GraphQLError, asked: readonly Group[]) {
  const field: readonly unknown[] = Array.isArray(extensions.field) ? extensions.field : [];
  const [list, place, ...within] = field.map(String);
  const leaf = asked.find(({ alias }) => alias === path?.[0])?.leaves[Number(place)];
  return list === 'predicates' && leaf !== undefined ? { leaf, within } : null;
}

/** What the owner of a leaf answered. */
export function resultOf({ amounts, times }: Group, told: unknown): LeafResult {
  const result = Object(told);
  const contacts = wordsSent(result.contacts);
  const facts: readonly (Omit<LeafFact, 'at'> & { readonly at: string })[] = result.facts ?? [];
  return {
    contacts,
    happens: result.happens === true,
    facts: facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
    times: times ? wordsSent(result.times) : undefined,
    amounts: new Map(amounts.map((each, i) => [amountKey(each), amountsFor(contacts, result[`amounts${i}`])])),
  };
}
