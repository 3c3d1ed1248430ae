import { keyOf } from '@ucp/audience/filter';
import { type Caller, serviceScope } from '@ucp/kit/caller';
import type { Connection, GraphResult } from '@ucp/kit/connection';
import { bitsOf, type ContactBits, encodeBits } from '@ucp/kit/contact-bits';
import { badInput, CodedError, isErrorCode } from '@ucp/kit/errors';
import { leafField, partOfField } from '@ucp/kit/parts-of-graph';
import { wordsSent } from '@ucp/kit/words';
import { type GraphQLSchema, isInputObjectType } from 'graphql';
import { RefusedLeaf } from './domain/refused-leaf.ts';
import {
  type AnsweredLeaf,
  type AskedLeaf,
  documentOf,
  everyField,
  fieldsOf,
  type Group,
  portionsOf,
  refusedOf,
  resultOf,
} from './leaf-documents.ts';
import { createStillRevs, type StillRevs } from './still-revs.ts';

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
  readonly results: ReadonlyMap<string, AnsweredLeaf>;
  /** Nobody where it was not asked. */
  readonly everybody: ContactBits;
}

export type Part = Pick<Connection, 'name' | 'execute'>;
export type AskLeaves = (question: LeafQuestion, caller: Caller) => Promise<LeafAnswers>;

/**
 * Asks the owners of leaves, each once for all of its leaves. Who owns a leaf, and of which type its predicate is, the
 * supergraph says: `AudienceFilter` has the leaf, the owner's `<leaf>Audience` answers it.
 */
export function createLeafSource(parts: readonly Part[], supergraph: GraphQLSchema): AskLeaves {
  const filter = supergraph.getType('AudienceFilter');
  const inputs = isInputObjectType(filter) ? filter.getFields() : {};
  const typeOf = (leaf: string): string => String(inputs[leaf]?.type);
  const ownerOf = (field: string): Part | undefined => {
    const name = partOfField(supergraph, field);
    return parts.find((part) => part.name === name);
  };
  const host = ownerOf(everyField);
  const still = createStillRevs();

  return async (question, caller) => {
    const owners = new Map<Part, AskedLeaf[]>();
    for (const asked of question.leaves) {
      const owner = ownerOf(leafField(asked.leaf.name));
      if (owner === undefined) throw badInput(['filter'], `No part of the graph answers for "${asked.leaf.name}"`);
      const own = owners.get(owner) ?? [];
      own.push(asked);
      owners.set(owner, own);
    }
    if (host !== undefined && question.everybody !== null && !owners.has(host)) owners.set(host, []);
    const ask = (some: ReadonlyMap<Part, readonly AskedLeaf[]>, rev?: number): Promise<Told> => {
      const revs = host === undefined || rev === undefined ? {} : { [host.name]: rev };
      return askOwners(some, question, host, typeOf, { ...caller, revs: { ...caller.revs, ...revs } });
    };
    if (host === undefined || caller.revs[host.name] !== undefined) return ask(owners);
    return askAsNew(host, caller, owners, ask, still);
  };
}

/** Answers, with the newest rev of the part that decides merges for which what it told is true. */
interface Told extends LeafAnswers {
  readonly rev: number | undefined;
}

/**
 * All owners are asked at once, so each must know beforehand which merges its answer has to know of: as many as there are now.
 * Where their rev does not move it is taken for what it was, and looked at meanwhile; who was asked too early is asked again.
 */
async function askAsNew(
  host: Part,
  caller: Caller,
  owners: ReadonlyMap<Part, readonly AskedLeaf[]>,
  ask: (owners: ReadonlyMap<Part, readonly AskedLeaf[]>, rev: number | undefined) => Promise<Told>,
  still: StillRevs,
): Promise<LeafAnswers> {
  const { account } = caller;
  const look = async (): Promise<number | undefined> => {
    const rev = await newestRev(host, caller);
    if (rev !== undefined) still.note(account, rev);
    return rev;
  };
  const taken = still.of(account);
  if (taken === undefined) return ask(owners, await look());
  const [early, looked] = await Promise.all([
    // A part cannot become as new as a state that is no more, as where a database was put back.
    ask(owners, taken).catch((error: unknown) => {
      if (!(error instanceof CodedError) || error.code !== 'SUBGRAPH_UNAVAILABLE') throw error;
      return null;
    }),
    owners.has(host) ? undefined : look(),
  ]);
  const rev = looked ?? early?.rev;
  if (early === null || rev === undefined) {
    still.forget(account);
    return ask(owners, await look());
  }
  if (early.rev !== undefined) still.note(account, rev);
  if (rev <= taken) return early;
  const others = new Map([...owners].filter(([part]) => part !== host));
  const { results } = await ask(others, rev);
  return { ...early, results: new Map([...early.results, ...results]) };
}

/** The newest rev of a part, which it tells beside any answer. */
export async function newestRev(part: Part, caller: Caller): Promise<number | undefined> {
  const { extensions } = await execute(part, '{ account { name } }', {}, caller);
  return extensions?.revs?.[part.name];
}

async function askOwners(
  owners: ReadonlyMap<Part, readonly AskedLeaf[]>,
  { leaves, contactIds, among, everybody }: LeafQuestion,
  host: Part | undefined,
  typeOf: (leaf: string) => string,
  caller: Caller,
): Promise<Told> {
  const [counted] = leaves.flatMap(({ amounts }) => amounts);
  const portions = [...owners].flatMap(([part, own]) =>
    portionsOf(own).map((portion, i) => ({
      part,
      portion,
      withEverybody: part === host && everybody !== null && i === 0,
    })),
  );
  const results = new Map<string, AnsweredLeaf>();
  let all: ContactBits = bitsOf([]);
  let rev: number | undefined;
  await Promise.all(
    portions.map(async ({ part, portion, withEverybody }) => {
      const asked = fieldsOf(portion);
      const variables = {
        ids: contactIds,
        among: among === null ? null : encodeBits(among),
        archived: everybody?.includeArchived ?? false,
        now: counted?.now.toISOString(),
        ...Object.fromEntries(asked.map((group) => [group.alias, group.leaves.map(({ predicate }) => predicate)])),
      };
      const { data, revs } = await answer(part, documentOf(asked, typeOf, withEverybody), variables, caller, asked);
      for (const group of asked) {
        group.leaves.forEach((leaf, i) => {
          results.set(keyOf(leaf), resultOf(group, Object(data[group.alias])[i]));
        });
      }
      if (withEverybody) all = wordsSent(Object(data.everybody).contacts);
      const own = part === host ? revs[part.name] : undefined;
      if (own !== undefined) rev = Math.max(rev ?? 0, own);
    }),
  );
  return { results, everybody: all, rev };
}

/** @param asked what the question is about, so that what of it is refused can be named */
export async function answer(
  part: Part,
  query: string,
  variables: Record<string, unknown>,
  caller: Caller,
  asked: readonly Group[],
): Promise<{ readonly data: Readonly<Record<string, unknown>>; readonly revs: Readonly<Record<string, number>> }> {
  const { data, errors, extensions } = await execute(part, query, variables, caller);
  const [error] = errors ?? [];
  if (error !== undefined) {
    const { code } = error.extensions;
    if (!isErrorCode(code)) throw new Error(error.message);
    const refused = refusedOf(error, asked);
    throw refused === null
      ? new CodedError(code, error.message, null, part.name)
      : new RefusedLeaf(code, error.message, part.name, refused);
  }
  return { data: data ?? {}, revs: extensions?.revs ?? {} };
}

/** The system asks in its own name: what a caller may not read, a score or a saved segment may still be made of. */
const execute = (part: Part, query: string, variables: Record<string, unknown>, caller: Caller): Promise<GraphResult> =>
  part
    .execute({ query, variables }, { ...caller, scopes: [...caller.scopes, serviceScope, 'pii:read'] })
    .catch((error: unknown) => {
      throw error instanceof CodedError ? new CodedError(error.code, error.message, null, part.name) : error;
    });
