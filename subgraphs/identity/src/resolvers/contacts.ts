import { placeBehind } from '@ucp/kit/activity-place';
import { payloadOf } from '@ucp/kit/errors';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { activityEntry } from '../domain/activity-entry.ts';
import { recordOfInput } from '../domain/record-input.ts';
import { contactOf, existingContact } from './contact.ts';
import { beyond } from './lists.ts';

/** Finding and writing contacts. */
export const contactsResolvers: Resolvers = {
  Query: {
    contact: (_root, { id }, context) => contactOf(context, contactNoOf(context.caller.account, id)),
    contactByIdentifier: async (_root, { identifier }, context) => {
      const { caller, identity } = context;
      return contactOf(context, await identity.reads.contactNoBy(caller.account, identifier));
    },
    contacts: async (_root, { search, ...page }, context) => {
      const { caller, identity } = context;
      const size = pageSize(page.first);
      const [below = beyond] = decodeCursor('contacts', ['number'], page.after) ?? [];
      const contactNos = await identity.reads.contactsBelow(caller.account, Number(below), size + 1, search ?? null);
      const contacts = await Promise.all(contactNos.map((contactNo) => existingContact(context, contactNo)));
      const rows = contactNos.flatMap((contactNo, i) => {
        const contact = contacts[i];
        return contact === undefined ? [] : [{ contactNo, contact }];
      });
      return connectionOf(
        rows,
        size,
        page.after,
        ({ contactNo }) => encodeCursor('contacts', [contactNo]),
        ({ contact }) => contact,
      );
    },
    identityActivity: async (_root, { contactIds, first, before }, { caller, identity }) => {
      const contactNos = contactIds.flatMap((id) => contactNoOf(caller.account, id) ?? []);
      // Ids of ours are letters and digits, and "~" sorts above both.
      const place =
        before === null || before === undefined ? null : placeBehind('IDENTITY', before, { least: '', greatest: '~' });
      const rows = await identity.reads.activity(caller.account, contactNos, first, place);
      return rows.map((row) => ({ ...activityEntry(row), contactId: contactId(caller.account, row.asked) }));
    },
  },
  Mutation: {
    contactUpsert: (_root, { input }, context) =>
      payloadOf(async () => {
        const { caller, identity } = context;
        const record = recordOfInput(caller.account, input, caller.actor);
        const { outcome, contactNo, merge } = await identity.actions.upsert(caller.account, record);
        return { contact: await existingContact(context, contactNo), outcome, merge };
      }),
    contactComplianceSet: (_root, { input }, context) =>
      payloadOf(async () => {
        const { caller, identity } = context;
        const { contactId: id, lawfulBasis, processingRestricted, marketingObjection } = input;
        const flags = {
          lawfulBasis,
          processingRestricted: processingRestricted ?? undefined,
          marketingObjection: marketingObjection ?? undefined,
        };
        const contactNo = await identity.actions.setCompliance(
          caller.account,
          contactNoOf(caller.account, id),
          flags,
          caller.actor,
        );
        return { contact: await existingContact(context, contactNo) };
      }),
  },
};
