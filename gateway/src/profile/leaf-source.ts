import type { LeafResult } from '@ucp/audience/answers';
import { keyOf, type Leaf } from '@ucp/audience/filter';
import type { Caller } from '@ucp/kit/caller';
import { serviceScope } from '@ucp/kit/caller';
import type { Connection, GraphResult } from '@ucp/kit/connection';
import { bitsOf, type ContactBits, decodeBits } from '@ucp/kit/contact-bits';
import { badInput, CodedError, isErrorCode } from '@ucp/kit/errors';
import type { LeafFact } from '@ucp/kit/leaf';
import { type GraphQLError, type GraphQLSchema, isInputObjectType } from 'graphql';
import { RefusedLeaf } from './domain/refused-leaf.ts';
import { partOfField } from './parts-of-graph.ts';

export interface LeafQuestion {
  readonly leaves: readonly Leaf[];
  /** Ids under which contacts are shown; null: the whole account. */
  readonly contactIds: readonly string[] | null;
  /** Whether the facts behind a leaf are needed. */
  readonly factsOf: (leaf: Leaf) => boolean;
  /** Who of them there is, told too: those that are not archived, or all. */
  readonly everybody: { readonly includeArchived: boolean };
}

export interface LeafAnswers {
  /** By `keyOf` of the leaf. */
  readonly results: ReadonlyMap<string, LeafResult>;
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

  return async ({ leaves, contactIds, factsOf, everybody }, caller) => {
    const groups = new Map<Part, Leaf[]>();
    for (const leaf of leaves) {
      const owner = ownerOf(`${leaf.name}Audience`);
      if (owner === undefined) throw badInput(['filter'], `No part of the graph answers for "${leaf.name}"`);
      groups.set(owner, [...(groups.get(owner) ?? []), leaf]);
    }
    const host = ownerOf(everyField);
    const asking = await asNewAs(host, caller);
    if (host !== undefined && !groups.has(host)) groups.set(host, []);
    const results = new Map<string, LeafResult>();
    let all: ContactBits = bitsOf([]);
    await Promise.all(
      [...groups].map(async ([part, own]) => {
        const asked = aliasesOf(own, factsOf);
        const document = documentOf(asked, (name) => String(inputs[name]?.type), part === host);
        const variables = {
          ids: contactIds,
          archived: everybody.includeArchived,
          ...Object.fromEntries(
            asked.map(({ alias, leaves: group }) => [alias, group.map(({ predicate }) => predicate)]),
          ),
        };
        const data = await answer(part, document, variables, asking, asked);
        for (const { alias, leaves: group } of asked) {
          group.forEach((leaf, i) => {
            results.set(keyOf(leaf), resultOf(Object(data[alias])[i]));
          });
        }
        if (part === host) all = decodeBits(String(Object(data.everybody).contacts));
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

interface Asked {
  readonly alias: string;
  readonly name: string;
  readonly facts: boolean;
  readonly leaves: Leaf[];
}

/** Leaves of one name are one field, twice where facts are needed of some only. */
function aliasesOf(leaves: readonly Leaf[], factsOf: (leaf: Leaf) => boolean): Asked[] {
  const asked = new Map<string, Asked>();
  for (const leaf of leaves) {
    const facts = factsOf(leaf);
    const alias = `${leaf.name}${facts ? 'WithFacts' : ''}`;
    const known = asked.get(alias) ?? { alias, name: leaf.name, facts, leaves: [] };
    known.leaves.push(leaf);
    asked.set(alias, known);
  }
  return [...asked.values()].sort((a, b) => (a.alias < b.alias ? -1 : 1));
}

function documentOf(asked: readonly Asked[], typeOf: (name: string) => string, everybody: boolean): string {
  const variables = asked.map(({ alias, name }) => `, $${alias}: [${typeOf(name)}!]!`).join('');
  const fields = asked.map(
    ({ alias, name, facts }) =>
      `${alias}: ${name}Audience(predicates: $${alias}, contactIds: $ids) { contacts${facts ? ' facts { contact at channel kind }' : ''} }`,
  );
  const every = everybody ? `everybody: ${everyField}(contactIds: $ids, includeArchived: $archived) { contacts }` : '';
  return `query Leaves($ids: [ID!]${everybody ? ', $archived: Boolean' : ''}${variables}) { ${fields.join(' ')} ${every} }`;
}

async function answer(
  part: Part,
  query: string,
  variables: Record<string, unknown>,
  caller: Caller,
  asked: readonly Asked[],
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
function refusedOf({ path, extensions }: GraphQLError, asked: readonly Asked[]) {
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

function resultOf(told: unknown): LeafResult {
  const { contacts, facts } = Object(told);
  const list: readonly (Omit<LeafFact, 'at'> & { readonly at: string })[] = facts ?? [];
  return { contacts: decodeBits(String(contacts)), facts: list.map((fact) => ({ ...fact, at: new Date(fact.at) })) };
}
