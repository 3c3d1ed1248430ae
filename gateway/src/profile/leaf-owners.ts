import type { LeafResult } from '@ucp/audience/answers';
import { keyOf } from '@ucp/audience/filter';
import type { RevRange } from '@ucp/kit/as-of';
import { type Caller, serviceScope } from '@ucp/kit/caller';
import type { Connection, GraphResult } from '@ucp/kit/connection';
import { bitsOf, type ContactBits, encodeBits, numbersIn } from '@ucp/kit/contact-bits';
import { CodedError, isErrorCode } from '@ucp/kit/errors';
import { contactId } from '@ucp/kit/ids';
import { wordsSent } from '@ucp/kit/words';
import { RefusedLeaf } from './domain/refused-leaf.ts';
import {
  type AskedLeaf,
  documentOf,
  everyField,
  fieldsOf,
  type Group,
  portionsOf,
  refusedOf,
  resultOf,
} from './leaf-documents.ts';

export type Part = Pick<Connection, 'name' | 'execute'>;

/** What owners are asked about their leaves. */
export interface AskedOfOwners {
  /** Numbers of contacts; null: the whole account. */
  readonly contactNos: readonly number[] | null;
  /** Whose facts and times; null: of all that match. */
  readonly among: ContactBits | null;
  /** Who of them there is, told too: those that are not archived, or all. Null: not asked. */
  readonly everybody: { readonly includeArchived: boolean } | null;
}

/** What one owner told. */
export interface Told {
  readonly results: ReadonlyMap<string, LeafResult>;
  /** Nobody where it was not asked. */
  readonly everybody: ContactBits;
  /** Of contacts that are named those as whom they are shown, archived or not. */
  readonly known: ContactBits;
  /** By which merges; null: it did not say. */
  readonly asOf: RevRange | null;
  /** The owner's own rev that its answer is true for; null: it tells none. */
  readonly rev: number | null;
}

/** Asks an owner for its leaves, and who there is where it decides that. */
export async function askOwner(
  part: Part,
  leaves: readonly AskedLeaf[],
  { contactNos, among, everybody }: AskedOfOwners,
  typeOf: (leaf: string) => string,
  caller: Caller,
): Promise<Told> {
  const counted = leaves.flatMap(({ amounts }) => amounts)[0];
  const results = new Map<string, LeafResult>();
  let [all, known]: ContactBits[] = [bitsOf([]), bitsOf([])];
  const ranges: RevRange[] = [];
  const revs: number[] = [];
  const ids = contactNos?.map((contactNo) => contactId(caller.account, contactNo)) ?? null;
  const population = everybody === null ? null : { named: ids !== null };
  await Promise.all(
    portionsOf(leaves).map(async (portion, i) => {
      const asked = fieldsOf(portion);
      const withPopulation = i === 0 ? population : null;
      const variables = {
        ids,
        among: among === null ? null : encodeBits(among),
        archived: everybody?.includeArchived ?? false,
        now: counted?.now.toISOString(),
        ...Object.fromEntries(asked.map((group) => [group.alias, group.leaves.map(({ predicate }) => predicate)])),
      };
      const { data, asOf, rev } = await answer(
        part,
        documentOf(asked, typeOf, withPopulation),
        variables,
        caller,
        asked,
      );
      for (const group of asked) {
        group.leaves.forEach((leaf, place) => {
          results.set(keyOf(leaf), resultOf(group, Object(data[group.alias])[place]));
        });
      }
      if (withPopulation !== null) all = wordsSent(Object(data.everybody).contacts);
      if (withPopulation?.named === true) known = wordsSent(Object(data.known).contacts);
      if (asOf !== null) ranges.push(asOf);
      if (rev !== null) revs.push(rev);
    }),
  );
  return {
    results,
    everybody: all ?? bitsOf([]),
    known: known ?? bitsOf([]),
    asOf: rangeOf(ranges),
    rev: revs.length === 0 ? null : Math.min(...revs),
  };
}

/** From the least to the most of some ranges; null for none. */
export const rangeOf = (ranges: readonly RevRange[]): RevRange | null =>
  ranges.length === 0
    ? null
    : [Math.min(...ranges.map(([least]) => least)), Math.max(...ranges.map(([, most]) => most))];

/** The newest rev of a part, which it tells beside any answer. */
export async function newestRev(part: Part, caller: Caller): Promise<number | undefined> {
  const { extensions } = await execute(part, '{ account { name } }', {}, caller);
  return extensions?.revs?.[part.name];
}

/** As whom contacts are shown, by the part that decides it; null: there is none of the number. */
export async function askShown(
  host: Part,
  contactNos: readonly number[],
  caller: Caller,
): Promise<{ readonly shown: readonly (number | null)[]; readonly asOf: RevRange | null }> {
  const variables = contactNos.map((no, i) => [`ids${i}`, [contactId(caller.account, no)]] as const);
  const query = `query Shown(${variables.map(([name]) => `$${name}: [ID!]`).join(', ')}) { ${contactNos
    .map((_, i) => `shown${i}: ${everyField}(contactIds: $ids${i}, includeArchived: true) { contacts }`)
    .join(' ')} }`;
  const { data, asOf } = await answer(host, query, Object.fromEntries(variables), caller, []);
  const shown = contactNos.map((_, i) => numbersIn(wordsSent(Object(data[`shown${i}`]).contacts))[0] ?? null);
  return { shown, asOf };
}

/** @param asked what the question is about, so that what of it is refused can be named */
export async function answer(
  part: Part,
  query: string,
  variables: Record<string, unknown>,
  caller: Caller,
  asked: readonly Group[],
): Promise<{
  readonly data: Readonly<Record<string, unknown>>;
  readonly asOf: RevRange | null;
  readonly rev: number | null;
}> {
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
  return { data: data ?? {}, asOf: extensions?.asOf ?? null, rev: extensions?.revs?.[part.name] ?? null };
}

/** The system asks in its own name: what a caller may not read, a score or a saved segment may still be made of. */
const execute = (part: Part, query: string, variables: Record<string, unknown>, caller: Caller): Promise<GraphResult> =>
  part
    .execute({ query, variables }, { ...caller, scopes: [...caller.scopes, serviceScope, 'pii:read'] })
    .catch((error: unknown) => {
      throw error instanceof CodedError ? new CodedError(error.code, error.message, null, part.name) : error;
    });
