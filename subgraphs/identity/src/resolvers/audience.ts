import { bitsOf } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import { type LeafAnswer, leafResolvers, plainAnswer } from '@ucp/kit/leaf';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import type { Context } from '../context.ts';
import { checkFieldPredicate } from '../domain/check-field-predicate.ts';
import type { ContactView } from '../domain/contact-view.ts';
import { fieldHolds, identifierHolds, tagHolds } from '../domain/predicate.ts';

type Ids = readonly string[] | null | undefined;

/** Leaves about what a contact is: they have no facts that happened. */
async function matching(
  context: Context,
  contactIds: Ids,
  tests: readonly ((view: ContactView) => boolean)[],
): Promise<LeafAnswer[]> {
  const views = await viewsOf(context, contactIds);
  return tests.map((test) => plainAnswer(bitsOf(views.filter(test).map(({ rootNo }) => rootNo))));
}

/** Each contact once, as it is shown. */
async function viewsOf({ caller, identity, load }: Context, contactIds: Ids): Promise<ContactView[]> {
  if (contactIds === null || contactIds === undefined) return identity.reads.everyView(caller.account);
  const contactNos = contactIds.flatMap((id) => contactNoOf(caller.account, id) ?? []);
  const views = (await Promise.all(contactNos.map((no) => load.contact.load(no)))).filter((view) => view !== null);
  return [...new Map(views.map((view) => [view.rootNo, view])).values()];
}

export const audienceResolvers: Resolvers = {
  LeafAudience: leafResolvers,
  Query: {
    fieldAudience: async (_root, { predicates, contactIds }, context) => {
      const definitions = await context.identity.reads.definitions(context.caller.account);
      predicates.forEach((predicate, place) => {
        checkFieldPredicate(definitions, predicate, ['predicates', String(place)]);
      });
      return matching(
        context,
        contactIds,
        predicates.map((predicate) => (view) => fieldHolds(predicate, view)),
      );
    },
    tagAudience: (_root, { predicates, contactIds }, context) =>
      matching(
        context,
        contactIds,
        predicates.map((predicate) => (view) => tagHolds(predicate, view)),
      ),
    identifierAudience: (_root, { predicates, contactIds }, context) =>
      matching(
        context,
        contactIds,
        predicates.map((predicate) => (view) => identifierHolds(predicate, view)),
      ),
    everyContact: async (_root, { contactIds, includeArchived }, context) => {
      const [answer] = await matching(context, contactIds, [
        ({ archivedAt }) => includeArchived === true || archivedAt === null,
      ]);
      return answer ?? null;
    },
  },
};
