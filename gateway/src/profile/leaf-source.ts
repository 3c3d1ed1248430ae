import type { LeafResult } from '@ucp/audience/answers';
import type { Caller } from '@ucp/kit/caller';
import { type ContactBits, hasBit } from '@ucp/kit/contact-bits';
import { badInput, CodedError } from '@ucp/kit/errors';
import { leafField, partOfField } from '@ucp/kit/parts-of-graph';
import { type GraphQLSchema, isInputObjectType } from 'graphql';
import { afresh, demandAsOf, Moved, seeing } from './as-one.ts';
import { type AskedLeaf, everyField } from './leaf-documents.ts';
import { type AskedOfOwners, askOwner, askShown, newestRev, type Part, rangeOf, type Told } from './leaf-owners.ts';
import { createStillRevs } from './still-revs.ts';

export interface LeafQuestion extends AskedOfOwners {
  readonly leaves: readonly AskedLeaf[];
  /** What an answer before was of, where this one goes with it. Null: it is the first. */
  readonly asOf: number | null;
}

/** All of it by the same merges. */
export interface LeafAnswers {
  /** By `keyOf` of the leaf. */
  readonly results: ReadonlyMap<string, LeafResult>;
  /** Nobody where it was not asked. */
  readonly everybody: ContactBits;
  /** Of a contact that was named the number under which it is shown, and told of; null: there is none. */
  readonly shownAs: (contactNo: number) => number | null;
  /** The last merge that they know of, as the rev of the part that decides them; null where nobody told. */
  readonly asOf: number | null;
}

/** @throws Moved when owners did not answer by the same merges, nor by those of the answer before */
export type AskLeaves = (question: LeafQuestion, caller: Caller) => Promise<LeafAnswers>;

type Owners = ReadonlyMap<Part, readonly AskedLeaf[]>;
type Answers = ReadonlyMap<Part, Told>;

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
  if (host === undefined) throw new Error(`no part of the graph answers "${everyField}"`);
  const still = createStillRevs();

  const ownersOf = ({ leaves, everybody }: LeafQuestion): Owners => {
    const owners = new Map<Part, AskedLeaf[]>();
    for (const asked of leaves) {
      const owner = ownerOf(leafField(asked.leaf.name));
      if (owner === undefined) throw badInput(['filter'], `No part of the graph answers for "${asked.leaf.name}"`);
      const own = owners.get(owner) ?? [];
      own.push(asked);
      owners.set(owner, own);
    }
    if (everybody !== null && !owners.has(host)) owners.set(host, []);
    return owners;
  };

  const askAll = async (owners: Owners, question: AskedOfOwners, caller: Caller): Promise<Answers> => {
    const ofOthers = { ...question, everybody: null };
    return new Map(
      await Promise.all(
        [...owners].map(async ([part, leaves]) => {
          const told = await askOwner(part, leaves, part === host ? question : ofOthers, typeOf, caller);
          return [part, told] as const;
        }),
      ),
    );
  };

  const look = async (caller: Caller): Promise<number | undefined> => {
    const rev = await newestRev(host, caller);
    if (rev !== undefined) still.note(caller.account, rev);
    return rev;
  };

  /**
   * All owners are asked at once, so each must know beforehand how much of the host its answer has to know of: what there is now. Where
   * its rev does not move it is taken for what it was, which its answer tells; where it moved all the same, the others are asked again.
   */
  const askFirst = async (owners: Owners, question: AskedOfOwners, caller: Caller): Promise<Answers> => {
    const { account, revs } = caller;
    const taken = revs[host.name] === undefined ? still.of(account) : undefined;
    if (revs[host.name] !== undefined) return askAll(owners, question, caller);
    if (taken !== undefined) {
      try {
        const answers = await askAll(owners, question, seeing(caller, host.name, taken));
        const rev = answers.get(host)?.rev ?? taken;
        still.note(account, rev);
        if (rev <= taken) return answers;
        const others = new Map([...owners].filter(([part]) => part !== host));
        return new Map([...answers, ...(await askAll(others, question, afresh(caller, { [host.name]: rev })))]);
      } catch (error) {
        // A part cannot become as new as a state that is no more, as where a database was put back.
        if (!(error instanceof CodedError) || error.code !== 'SUBGRAPH_UNAVAILABLE') throw error;
        still.forget(account);
      }
    }
    const rev = await look(caller);
    return askAll(owners, question, rev === undefined ? caller : seeing(caller, host.name, rev));
  };

  /** Asks those once more who answered by fewer merges than others. */
  const askBehind = async (
    owners: Owners,
    question: AskedOfOwners,
    caller: Caller,
    answers: Answers,
  ): Promise<Answers> => {
    const newest = newestOf(answers);
    if (newest === null) return answers;
    const behind = new Map([...owners].filter(([part]) => !isOf(answers.get(part), newest)));
    if (behind.size === 0) return answers;
    const again = await askAll(behind, question, afresh(caller, { [host.name]: newest }));
    return new Map([...answers, ...again]);
  };

  /** @throws Moved unless all answers are of one rev, which is the one given where one is */
  const together = (answers: Answers, given: number | null): number | null => {
    const newest = newestOf(answers);
    const rev = given ?? newest;
    if (newest === null || rev === null) return given;
    if ([...answers.values()].every((told) => isOf(told, rev))) return rev;
    throw new Moved({ [host.name]: Math.max(newest, rev) });
  };

  /** As whom contacts are shown that nobody is shown as. */
  const shownOf = async (contactNos: readonly number[], asOf: number | null, caller: Caller) => {
    const told = await askShown(host, contactNos, caller);
    demandAsOf(host.name, told.asOf, asOf);
    return new Map(contactNos.map((no, i) => [no, told.shown[i] ?? null]));
  };

  return async (question, caller) => {
    const owners = ownersOf(question);
    const { contactNos } = question;
    if (question.asOf !== null) {
      const answers = await askAll(owners, question, seeing(caller, host.name, question.asOf));
      return { ...joined(answers), shownAs: (no) => no, asOf: together(answers, question.asOf) };
    }
    const first = await askBehind(owners, question, caller, await askFirst(owners, question, caller));
    const asOf = together(first, null);
    const told = joined(first);
    const others = contactNos?.filter((no) => !hasBit(told.known, no)) ?? [];
    if (others.length === 0) return { ...told, shownAs: (no) => no, asOf };
    const asking = asOf === null ? caller : seeing(caller, host.name, asOf);
    const shown = await shownOf(others, asOf, asking);
    const shownAs = (no: number): number | null => shown.get(no) ?? (shown.has(no) ? null : no);
    if ([...shown.values()].every((no) => no === null)) return { ...told, shownAs, asOf };
    const numbers = [...new Set(contactNos?.flatMap((no) => shownAs(no) ?? []))];
    const again = await askAll(owners, { ...question, contactNos: numbers }, asking);
    return { ...joined(again), shownAs, asOf: together(again, asOf) };
  };
}

/** Whether an answer is by the merges of a rev, or tells of none. */
const isOf = (told: Told | undefined, rev: number): boolean =>
  told === undefined || told.asOf === null || (told.asOf[0] === rev && told.asOf[1] === rev);

const newestOf = (answers: Answers): number | null =>
  rangeOf([...answers.values()].flatMap(({ asOf }) => (asOf === null ? [] : [asOf])))?.[1] ?? null;

function joined(answers: Answers): Omit<Told, 'asOf' | 'rev'> {
  const told = [...answers.values()];
  const longest = (lists: readonly ContactBits[]): ContactBits =>
    lists.reduce((one, other) => (other.length > one.length ? other : one), new Uint32Array());
  return {
    results: new Map(told.flatMap(({ results }) => [...results])),
    everybody: longest(told.map(({ everybody }) => everybody)),
    known: longest(told.map(({ known }) => known)),
  };
}
