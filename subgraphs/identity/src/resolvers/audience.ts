import { momentOf } from '@ucp/kit/caller';
import { bitsOf } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import { type LeafAnswer, leafResolvers, plainAnswer } from '@ucp/kit/leaf';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import {
  acquisitionLeaf,
  createdLeaf,
  everybodyLeaf,
  fieldLeaf,
  identifierLeaf,
  type LeafKind,
  type Surroundings,
  tagLeaf,
} from '../audience-index/leaves.ts';
import type { Context } from '../context.ts';
import type { ContactView } from '../domain/contact-view.ts';

type Ids = readonly string[] | null | undefined;

/** Leaves about what a contact is: they have no facts that happened. */
const matching = <Predicate>(
  context: Context,
  contactIds: Ids,
  leaf: LeafKind<Predicate>,
  predicates: readonly Predicate[],
): Promise<LeafAnswer[]> =>
  contactIds === null || contactIds === undefined
    ? ofTheAccount(context, leaf, predicates)
    : ofContacts(context, contactIds, leaf, predicates);

async function ofTheAccount<Predicate>(
  { caller, identity, revs, asOf }: Context,
  leaf: LeafKind<Predicate>,
  predicates: readonly Predicate[],
): Promise<LeafAnswer[]> {
  const { index, moved, now, definitions } = await identity.askAudience(caller.account, leaf.topics(predicates));
  const types = new Map(definitions.map(({ key, type }) => [key, type]));
  const surroundings = { now: momentOf(caller) ?? now, typeOf: (key: string) => types.get(key) };
  revs.set('identity', Math.max(revs.get('identity') ?? 0, index.rev));
  asOf.note(moved);
  return predicates.map((predicate, place) =>
    plainAnswer(leaf.condition(predicate, surroundings, pathTo(place)).matching(index)),
  );
}

async function ofContacts<Predicate>(
  context: Context,
  contactIds: readonly string[],
  leaf: LeafKind<Predicate>,
  predicates: readonly Predicate[],
): Promise<LeafAnswer[]> {
  const [surroundings, views] = await Promise.all([
    surroundingsOf(context, contactIds, leaf, predicates),
    viewsOf(context, contactIds),
  ]);
  return predicates.map((predicate, place) => {
    const { holds } = leaf.condition(predicate, surroundings, pathTo(place));
    return plainAnswer(bitsOf(views.filter(holds).map(({ rootNo }) => rootNo)));
  });
}

/** Whoever asks knows a predicate by its place in the list. */
const pathTo = (place: number): string[] => ['predicates', String(place)];

async function surroundingsOf<Predicate>(
  { caller, identity: { reads }, load }: Context,
  contactIds: readonly string[],
  { topics, isCountedBack }: LeafKind<Predicate>,
  predicates: readonly Predicate[],
): Promise<Surroundings> {
  const asked = momentOf(caller);
  // Told with the answer about any of them; number 0 is nobody's.
  const [first] = numbersOf(caller, contactIds);
  const [now, types] = await Promise.all([
    asked === null && predicates.some(isCountedBack) ? load.now(first ?? 0) : (asked ?? new Date(0)),
    reads.fieldTypes(caller.account, [...topics(predicates).fields]),
  ]);
  return { now, typeOf: (key) => types.get(key) };
}

const numbersOf = ({ account }: Context['caller'], contactIds: readonly string[]): number[] =>
  contactIds.flatMap((id) => contactNoOf(account, id) ?? []);

/** Each contact once, as it is shown. */
async function viewsOf({ caller, load }: Context, contactIds: readonly string[]): Promise<ContactView[]> {
  const views = (await Promise.all(numbersOf(caller, contactIds).map(load.contact))).filter((view) => view !== null);
  return [...new Map(views.map((view) => [view.rootNo, view])).values()];
}

export const audienceResolvers: Resolvers = {
  LeafAudience: leafResolvers,
  Query: {
    fieldAudience: (_root, { predicates, contactIds }, context) => matching(context, contactIds, fieldLeaf, predicates),
    tagAudience: (_root, { predicates, contactIds }, context) => matching(context, contactIds, tagLeaf, predicates),
    identifierAudience: (_root, { predicates, contactIds }, context) =>
      matching(context, contactIds, identifierLeaf, predicates),
    createdAudience: (_root, { predicates, contactIds }, context) =>
      matching(context, contactIds, createdLeaf, predicates),
    acquisitionAudience: (_root, { predicates, contactIds }, context) =>
      matching(context, contactIds, acquisitionLeaf, predicates),
    everyContact: async (_root, { contactIds, includeArchived }, context) => {
      const predicate = { includeArchived: includeArchived === true };
      const [answer] = await matching(context, contactIds, everybodyLeaf, [predicate]);
      return answer ?? null;
    },
  },
};
