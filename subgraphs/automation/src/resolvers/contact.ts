import { contactId, contactNoOf, recordId } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/automation.ts';
import type { NumberedPlace } from '../domain/numbered-place.ts';

const placeOf = (list: string, after: string | null | undefined): NumberedPlace | null => {
  const place = decodeCursor(list, ['number', 'number'], after);
  return place === null ? null : { at: new Date(Number(place[0])), no: Number(place[1]) };
};

/** What automation knows of a contact, and the records behind it. */
export const contactResolvers: Resolvers = {
  Contact: {
    __resolveReference: ({ id }) => ({ id }),
    enrollments: async ({ id }, page, { caller, load }) => {
      const size = pageSize(page.first, 20);
      const contactNo = contactNoOf(caller.account, String(id));
      const rows =
        contactNo === null ? [] : await load.enrollments(contactNo, size + 1, placeOf('enrollments', page.after));
      return connectionOf(
        rows,
        size,
        page.after,
        (row) => encodeCursor('enrollments', [row.enteredAt.getTime(), row.enrollmentNo]),
        (row) => row,
      );
    },
    behaviors: async ({ id }, { names, ...page }, { caller, load }) => {
      const size = pageSize(page.first, 20);
      const place = decodeCursor('behaviors', ['number', 'string'], page.after);
      const before = place === null ? null : { at: new Date(Number(place[0])), id: String(place[1]) };
      const contactNo = contactNoOf(caller.account, String(id));
      const rows = contactNo === null ? [] : await load.behaviors(contactNo, size + 1, before, names ?? null);
      return connectionOf(
        rows,
        size,
        page.after,
        (row) => encodeCursor('behaviors', [row.at.getTime(), row.eventId]),
        (row) => row,
      );
    },
    triggeredMessages: async ({ id }, page, { caller, load }) => {
      const size = pageSize(page.first, 20);
      const contactNo = contactNoOf(caller.account, String(id));
      const rows =
        contactNo === null ? [] : await load.messages(contactNo, size + 1, placeOf('triggeredMessages', page.after));
      return connectionOf(
        rows,
        size,
        page.after,
        (row) => encodeCursor('triggeredMessages', [row.decidedAt.getTime(), row.messageNo]),
        (row) => row,
      );
    },
  },
  Enrollment: {
    id: ({ enrollmentNo }, _args, { caller }) => recordId('enr', caller.account, enrollmentNo),
    contact: ({ asked }, _args, { caller }) => ({ id: contactId(caller.account, asked) }),
    log: ({ enrollmentNo }, _args, { load }) => load.log.load(enrollmentNo),
  },
  EnrollmentLogEntry: {
    message: ({ messageNo }, _args, { load }) => (messageNo === null ? null : load.message.load(messageNo)),
  },
  TriggeredMessage: {
    id: ({ messageNo }, _args, { caller }) => recordId('msg', caller.account, messageNo),
  },
  Behavior: {
    id: ({ eventId }) => `bhv_${eventId}`,
  },
};
