import { placeBehind } from '@ucp/kit/activity-place';
import { badInput, payloadOf } from '@ucp/kit/errors';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { activityEntry } from '../domain/activity-entry.ts';
import { happeningsBehind } from '../domain/contact-happenings.ts';
import { namedIdentifier, recordOfInput } from '../domain/record-input.ts';
import { searchCursor } from '../search.ts';
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
    contacts: async (_root, { search, includeArchived, ...page }, context) => {
      const archived = includeArchived ?? false;
      const { caller, identity } = context;
      const size = pageSize(page.first);
      const contacts = (contactNos: readonly number[]) =>
        Promise.all(contactNos.map((contactNo) => existingContact(context, contactNo)));
      const found = await identity.reads.search(
        caller.account,
        search ?? '',
        page.after,
        size + 1,
        archived,
        async (contactNos) => (await contacts(contactNos)).map(({ view }) => view),
      );
      if (found !== null) {
        const shown = await contacts(found.map(({ contactNo }) => contactNo));
        const rows = found.flatMap((place, i) => (shown[i] === undefined ? [] : [{ ...place, contact: shown[i] }]));
        return connectionOf(rows, size, page.after, searchCursor, ({ contact }) => contact);
      }
      const [below = beyond] = decodeCursor('contacts', ['number'], page.after) ?? [];
      const contactNos = await identity.reads.contactsBelow(caller.account, Number(below), size + 1, archived);
      const shown = await contacts(contactNos);
      const rows = contactNos.flatMap((contactNo, i) =>
        shown[i] === undefined ? [] : [{ contactNo, contact: shown[i] }],
      );
      return connectionOf(
        rows,
        size,
        page.after,
        ({ contactNo }) => encodeCursor('contacts', [contactNo]),
        ({ contact }) => contact,
      );
    },
    identifierKinds: (_root, _args, { caller, identity }) => identity.reads.identifierKinds(caller.account),
    identityActivity: async (_root, { contactIds, first, before }, { caller, load }) => {
      const contactNos = contactIds.flatMap((id) => contactNoOf(caller.account, id) ?? []);
      // Ids of ours are letters and digits, and "~" sorts above both.
      const place =
        before === null || before === undefined ? null : placeBehind('IDENTITY', before, { least: '', greatest: '~' });
      const origins = await Promise.all(contactNos.map(load.origins));
      return contactNos.flatMap((contactNo, i) => {
        const own = origins[i];
        if (own === null || own === undefined) return [];
        const id = contactId(caller.account, contactNo);
        return happeningsBehind(own, first, place).map((each) => ({ ...activityEntry(each), contactId: id }));
      });
    },
  },
  Mutation: {
    exportRecord: (_root, { input }, { caller, identity }) =>
      identity.actions.recordExport(caller.account, { ...input, segment: input.segment ?? null }, caller.actor),
    contactUpsert: (_root, { input }, context) =>
      payloadOf(async () => {
        const { caller, identity } = context;
        const record = recordOfInput(caller.account, input, caller.actor);
        const { outcome, contactNo, merge } = await identity.actions.upsert(caller.account, record);
        return { contact: await existingContact(context, contactNo), outcome, merge };
      }),
    contactUpdate: (_root, { input }, context) =>
      payloadOf(async () => {
        const { caller, identity } = context;
        const primary = (input.primary ?? []).map((each, i) => {
          const path = ['input', 'primary', String(i)];
          const named = namedIdentifier(each, path);
          if ('id' in named)
            throw badInput(path, 'An identifier comes first among its kind, an id names a whole contact');
          return { kind: named.kind, given: named.given, path };
        });
        const contactNo = await identity.actions.update(caller.account, {
          contactNo: contactNoOf(caller.account, input.id),
          edit: recordOfInput(caller.account, { ...input, identifiers: [], acquisition: null }, caller.actor),
          primary,
          archived: input.archived ?? null,
          ifUnchangedSince: input.ifUnchangedSince ?? null,
        });
        return { contact: await existingContact(context, contactNo) };
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
