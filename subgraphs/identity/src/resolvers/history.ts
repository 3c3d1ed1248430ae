import { contactId } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { shownDetails } from '../domain/audit-details.ts';

/** What a contact's fields were before, and who changed what. */
export const historyResolvers: Resolvers = {
  Contact: {
    fieldHistory: async ({ view }, { key, ...page }, { load }) => {
      if (view === null) return null;
      const size = pageSize(page.first);
      const shape = ['string', 'number', 'number', 'number', 'number'] as const;
      const cursor = decodeCursor('fieldHistory', shape, page.after);
      const [at, place, contactNo, rev, entry] = cursor ?? [];
      const before =
        cursor === null
          ? null
          : {
              at: new Date(String(at)),
              place: Number(place),
              contactNo: Number(contactNo),
              rev: Number(rev),
              entry: Number(entry),
            };
      return connectionOf(
        await load.fieldHistory(view.rootNo, size + 1, key, before),
        size,
        page.after,
        (row) => encodeCursor('fieldHistory', [row.at.toISOString(), row.place, row.contactNo, row.rev, row.entry]),
        (row) => row,
      );
    },
    auditLog: async ({ view }, page, { load }) => {
      if (view === null) return null;
      const size = pageSize(page.first);
      const cursor = decodeCursor('auditLog', ['number', 'number'], page.after);
      const before = cursor === null ? null : { rev: Number(cursor[0]), place: Number(cursor[1]) };
      return connectionOf(
        await load.audit(view.rootNo, size + 1, before),
        size,
        page.after,
        (row) => encodeCursor('auditLog', [row.rev, row.place]),
        (row) => row,
      );
    },
  },
  FieldHistoryEntry: {
    contactId: ({ contactNo }, _args, { caller }) => contactId(caller.account, contactNo),
  },
  AuditEntry: {
    contactId: ({ contactNo }, _args, { caller }) => contactId(caller.account, contactNo),
    details: ({ details }, _args, { caller }) => shownDetails(caller.account, details),
  },
};
