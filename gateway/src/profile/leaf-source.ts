import { amountKey } from '@ucp/audience/account-score';
import type { LeafResult } from '@ucp/audience/answers';
import { keyOf, type Leaf } from '@ucp/audience/filter';
import { groupBy } from '@ucp/kit/align';
import type { Caller } from '@ucp/kit/caller';
import { serviceScope } from '@ucp/kit/caller';
import type { Connection, GraphResult } from '@ucp/kit/connection';
import { bitsOf, type ContactBits, decodeBits, encodeBits } from '@ucp/kit/contact-bits';
import { badInput, CodedError, isErrorCode } from '@ucp/kit/errors';
import { type AmountQuestion, amountsFor, isSameForAll, type LeafFact } from '@ucp/kit/leaf';
import { partOfField } from '@ucp/kit/parts-of-graph';
import { decodeWords } from '@ucp/kit/words';
import { type GraphQLError, type GraphQLSchema, isInputObjectType } from 'graphql';
import { groupsOf } from './domain/filter-groups.ts';
import { RefusedLeaf } from './domain/refused-leaf.ts';

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

export interface LeafQuestion {
  readonly leaves: readonly AskedLeaf[];
  /** Ids under which contacts are shown; null: the whole account. */
  readonly contactIds: readonly string[] | null;
  /** Whose facts and times; null: of all that match. */
  readonly among: ContactBits | null;
  /** Who of them there is, told too: those that are not archived, or all. Null: not asked. */
  readonly everybody: { readonly includeArchived: boolean } | null;
}

export interface LeafAnswers {
  /** By `keyOf` of the leaf. */
  readonly results: ReadonlyMap<string, LeafResult>;
  /** Nobody where it was not asked. */
  readonly everybody: ContactBits;
}

type Part = Pick<Connection, 'name' | 'execute'>;
export type AskLeaves = (question: LeafQuestion, caller: Caller) => Promise<LeafAnswers>;

const everyField = 'everyContact';

/**
 * Asks the owners of leaves, each once for all of its leaves. Who owns a leaf, and of which type its predicate is, the
 * supergraph says: `AudienceFilter` has the leaf, the owner's `<leaf>Audience` answers it.
 */
export function createLeafSource(parts: readonly Part[], supergraph: GraphQLSchema): AskLeaves {
  const filter = supergraph.getType('AudienceFilter');
  const inputs = isInputObjectType(filter) ? filter.getFields() : {};
  const ownerOf = (field: string): Part | undefined => {
    const name = partOfField(supergraph, field);
    return parts.find((part) => part.name === name);
  };

  return async ({ leaves, contactIds, among, everybody }, caller) => {
    const groups = new Map<Part, AskedLeaf[]>();
    for (const asked of leaves) {
      const owner = ownerOf(`${asked.leaf.name}Audience`);
      if (owner === undefined) throw badInput(['filter'], `No part of the graph answers for "${asked.leaf.name}"`);
      groups.set(owner, [...(groups.get(owner) ?? []), asked]);
    }
    const [counted] = leaves.flatMap(({ amounts }) => amounts);
    const host = ownerOf(everyField);
    const asking = await asNewAs(host, caller);
    if (host !== undefined && everybody !== null && !groups.has(host)) groups.set(host, []);
    const portions = [...groups].flatMap(([part, own]) =>
      portionsOf(own).map((portion, i) => ({
        part,
        portion,
        withEverybody: part === host && everybody !== null && i === 0,
      })),
    );
    const results = new Map<string, LeafResult>();
    let all: ContactBits = bitsOf([]);
    await Promise.all(
      portions.map(async ({ part, portion, withEverybody }) => {
        const asked = fieldsOf(portion);
        const document = documentOf(asked, (name) => String(inputs[name]?.type), withEverybody);
        const variables = {
          ids: contactIds,
          among: among === null ? null : encodeBits(among),
          archived: everybody?.includeArchived ?? false,
          now: counted?.now.toISOString(),
          ...Object.fromEntries(asked.map((group) => [group.alias, group.leaves.map(({ predicate }) => predicate)])),
        };
        const data = await answer(part, document, variables, asking, asked);
        for (const group of asked) {
          group.leaves.forEach((leaf, i) => {
            results.set(keyOf(leaf), resultOf(group, Object(data[group.alias])[i]));
          });
        }
        if (withEverybody) all = decodeBits(String(Object(data.everybody).contacts));
      }),
    );
    return { results, everybody: all };
  };
}

/**
 * All owners are asked at once, so each must know beforehand which merges its answer has to know of: as many as the newest answer
 * this request has seen of the part that decides them, or as there are now.
 */
async function asNewAs(host: Part | undefined, caller: Caller): Promise<Caller> {
  if (host === undefined || caller.revs[host.name] !== undefined) return caller;
  const { extensions } = await execute(host, '{ account { name } }', {}, caller);
  return { ...caller, revs: { ...caller.revs, ...extensions?.revs } };
}

/**
 * What an answer may weigh: at a million contacts a leaf is 170 kB of text, an amount 5 MB at most and times, of two million happenings,
 * 20 MB, which is the most that is read of a part in another process.
 */
const weights = { most: 60, amounts: 30, times: 30 } as const;

/** What is asked of one owner, in as many questions as keep each answer small enough. At least one. */
const portionsOf = (asked: readonly AskedLeaf[]): AskedLeaf[][] =>
  asked.length === 0
    ? [[]]
    : groupsOf(
        asked,
        ({ amounts, times }) =>
          1 + weights.amounts * amounts.filter((each) => !isSameForAll(each)).length + (times ? weights.times : 0),
        weights.most,
      );

/** Leaves of one name of which the same is asked: one field. */
interface Group extends Omit<AskedLeaf, 'leaf'> {
  readonly alias: string;
  readonly name: string;
  readonly leaves: readonly Leaf[];
}

const fieldsOf = (asked: readonly AskedLeaf[]): Group[] =>
  [...groupBy(asked, ({ leaf, ...needs }) => `${leaf.name} ${JSON.stringify(needs)}`).values()].flatMap((group, i) => {
    const [first] = group;
    if (first === undefined) return [];
    const { leaf, ...needs } = first;
    return [{ ...needs, alias: `${leaf.name}${i}`, name: leaf.name, leaves: group.map((each) => each.leaf) }];
  });

function documentOf(groups: readonly Group[], typeOf: (name: string) => string, everybody: boolean): string {
  const variables = groups.map(({ alias, name }) => `, $${alias}: [${typeOf(name)}!]!`);
  const fields = groups.map(
    (group) =>
      `${group.alias}: ${group.name}Audience(predicates: $${group.alias}, contactIds: $ids) { ${wanted(group)} }`,
  );
  if (everybody) {
    variables.push(', $archived: Boolean');
    fields.push(`everybody: ${everyField}(contactIds: $ids, includeArchived: $archived) { contacts }`);
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
    'contacts',
    ...counted,
    ...(facts ? ['facts(among: $among) { contact at channel kind }'] : []),
    ...(times ? ['times(among: $among)'] : []),
  ].join(' ');
}

async function answer(
  part: Part,
  query: string,
  variables: Record<string, unknown>,
  caller: Caller,
  asked: readonly Group[],
): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await execute(part, query, variables, caller);
  const [error] = errors ?? [];
  if (error !== undefined) {
    const { code } = error.extensions;
    if (!isErrorCode(code)) throw new Error(error.message);
    const refused = refusedOf(error, asked);
    throw refused === null
      ? new CodedError(code, error.message, null, part.name)
      : new RefusedLeaf(code, error.message, part.name, refused);
  }
  return data ?? {};
}

/** Which leaf an owner refused: it names the predicate by its place in the list it was given, `predicates.2.key`. */
function refusedOf({ path, extensions }: GraphQLError, asked: readonly Group[]) {
  const field: readonly unknown[] = Array.isArray(extensions.field) ? extensions.field : [];
  const [list, place, ...within] = field.map(String);
  const leaf = asked.find(({ alias }) => alias === path?.[0])?.leaves[Number(place)];
  return list === 'predicates' && leaf !== undefined ? { leaf, within } : null;
}

/** The system asks in its own name: what a caller may not read, a score or a saved segment may still be made of. */
const execute = (part: Part, query: string, variables: Record<string, unknown>, caller: Caller): Promise<GraphResult> =>
  part
    .execute({ query, variables }, { ...caller, scopes: [...caller.scopes, serviceScope, 'pii:read'] })
    .catch((error: unknown) => {
      throw error instanceof CodedError ? new CodedError(error.code, error.message, null, part.name) : error;
    });

function resultOf({ amounts, times }: Group, told: unknown): LeafResult {
  const result = Object(told);
  const contacts = decodeBits(String(result.contacts));
  const facts: readonly (Omit<LeafFact, 'at'> & { readonly at: string })[] = result.facts ?? [];
  return {
    contacts,
    facts: facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
    times: times ? decodeWords(String(result.times)) : undefined,
    amounts: new Map(amounts.map((each, i) => [amountKey(each), amountsFor(contacts, String(result[`amounts${i}`]))])),
  };
}
