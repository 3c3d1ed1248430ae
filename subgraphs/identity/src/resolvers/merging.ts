import { badInput, payloadOf } from '@ucp/kit/errors';
import { contactId, contactNoOf, recordId, recordNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { remarkGiven } from '../domain/keepable.ts';
import { namedIdentifier } from '../domain/record-input.ts';
import { existingContact } from './contact.ts';
import { beyond } from './lists.ts';

/** Merges, their previews and reviews. */
export const mergingResolvers: Resolvers = {
  Merge: {
    id: ({ mergeNo }, _args, { caller }) => recordId('mrg', caller.account, mergeNo),
    survivorId: ({ survivorNo }, _args, { caller }) => contactId(caller.account, survivorNo),
    absorbedIds: ({ absorbedNos }, _args, { caller }) =>
      absorbedNos.map((contactNo) => contactId(caller.account, contactNo)),
  },
  MergePreview: {
    survivor: ({ survivorNo }, _args, context) => existingContact(context, survivorNo),
    fields: ({ fields }) =>
      fields.map(({ key, kept, dropped }) => ({ key, kept, dropped: dropped.filter(({ value }) => value !== null) })),
    identifiers: ({ identifiers }, _args, { load }) =>
      Promise.all(
        identifiers.map(async (identifier, i) => {
          const of = await load.contact(identifier.contactNo);
          if (of === null) throw new Error(`contact ${identifier.contactNo} is gone`);
          return { ...identifier, primary: identifiers[i - 1]?.kind !== identifier.kind, of };
        }),
      ),
  },
  MergeReview: {
    id: ({ reviewNo }, _args, { caller }) => recordId('rev', caller.account, reviewNo),
    contacts: async ({ contactNos }, _args, context) => {
      const contacts = await Promise.all(contactNos.map((contactNo) => existingContact(context, contactNo)));
      // Contacts that became one since are shown once.
      return [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
    },
  },
  Query: {
    contactMergePreview: (_root, { contactIds }, { caller, identity }) =>
      identity.actions.previewMerge(
        caller.account,
        contactIds.map((id) => contactNoOf(caller.account, id)),
      ),
    mergeReviews: async (_root, { states, ...page }, { caller, identity }) => {
      const size = pageSize(page.first);
      const [below = beyond] = decodeCursor('mergeReviews', ['number'], page.after) ?? [];
      const reviews = await identity.reads.reviewsBelow(caller.account, Number(below), size + 1, states ?? ['OPEN']);
      return connectionOf(
        reviews,
        size,
        page.after,
        ({ reviewNo }) => encodeCursor('mergeReviews', [reviewNo]),
        (review) => review,
      );
    },
  },
  Mutation: {
    mergeReviewApprove: (_root, { id }, { caller, identity }) =>
      payloadOf(() =>
        identity.actions.decideReview(caller.account, recordNoOf('rev', caller.account, id), 'APPROVED', caller.actor),
      ),
    mergeReviewReject: (_root, { id }, { caller, identity }) =>
      payloadOf(() =>
        identity.actions.decideReview(caller.account, recordNoOf('rev', caller.account, id), 'REJECTED', caller.actor),
      ),
    contactIdentifierSplit: (_root, { input }, context) =>
      payloadOf(async () => {
        const { caller, identity } = context;
        const named = namedIdentifier(input.identifier, ['input', 'identifier']);
        if ('id' in named)
          throw badInput(['input', 'identifier'], 'An identifier is taken off, an id names a whole contact');
        const contactNos = await identity.actions.splitIdentifier(caller.account, {
          contactNo: contactNoOf(caller.account, input.contactId),
          ...named,
          reason: remarkGiven(input.reason, ['input', 'reason']),
          actor: caller.actor,
        });
        return { contacts: await Promise.all(contactNos.map((contactNo) => existingContact(context, contactNo))) };
      }),
    contactMerge: (_root, { input }, context) =>
      payloadOf(async () => {
        const { caller, identity } = context;
        const contactNos = input.contactIds.map((id) => contactNoOf(caller.account, id));
        const by = { reason: remarkGiven(input.reason, ['input', 'reason']), actor: caller.actor };
        const { merge } = await identity.actions.merge(caller.account, contactNos, by);
        return { contact: await existingContact(context, merge.survivorNo), merge };
      }),
    contactUnmerge: (_root, { mergeId }, context) =>
      payloadOf(async () => {
        const { caller, identity } = context;
        const mergeNo = recordNoOf('mrg', caller.account, mergeId);
        const { contactNos } = await identity.actions.unmerge(caller.account, mergeNo, caller.actor);
        return { contacts: await Promise.all(contactNos.map((contactNo) => existingContact(context, contactNo))) };
      }),
  },
};
