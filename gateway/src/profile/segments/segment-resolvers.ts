import { askingAsOf } from '@ucp/kit/caller';
import { type ContactBits, countBits } from '@ucp/kit/contact-bits';
import { badInput, CodedError, payloadOf } from '@ucp/kit/errors';
import { contactId, recordNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';
import DataLoader from 'dataloader';
import { accountRules } from '../actions.ts';
import { segmentId } from '../evaluation.ts';
import type { ProfileService } from '../service.ts';
import { changesBehind, sizesByDay } from '../store/segment-history.ts';
import { type SegmentRow, segmentByNo, segmentsBehind } from '../store/segments.ts';
import { contactsByLastEngaged, contactsByNo, contactsByScore } from './contact-pages.ts';

/** Who is in segments: all that one request asks of, in one question to each owner. */
export type MembersLoader = DataLoader<SegmentRow, ContactBits>;

export const createMembersLoader = (
  members: (segments: readonly SegmentRow[]) => ReturnType<ProfileService['membersOfEach']>,
): MembersLoader => new DataLoader((segments) => members(segments));

/** Above every number of a rev or contact: the largest of the database's type integer. */
const aboveAll = 2_147_483_647;

/** Days of the history of a size that are told at once. */
const dayLimit = 400;

/** Characters that a segment is looked for by. */
const searchLimit = 200;

export const segmentResolvers = {
  Segment: {
    id: (segment, _args, { caller }) => segmentId(caller.account, segment),
    size: async (segment, _args, { loadMembers }) => countBits(await loadMembers.load(segment)),
    contacts: async (segment, { sortBy, descending, ...page }, { caller, service, loadMembers }) => {
      if (sortBy === 'ID') return contactsByNo(await loadMembers.load(segment), caller.account, page, descending);
      const scope = sortBy === 'SCORE' ? 'scores:read' : 'contacts:read';
      if (!caller.scopes.includes(scope))
        throw new CodedError('FORBIDDEN', `To have contacts in the order of ${sortBy} needs the scope ${scope}`);
      if (sortBy === 'LAST_ENGAGED')
        return contactsByLastEngaged(await service.engagedMembersOf(caller, segment), caller.account, page, descending);
      return contactsByScore(await service.scoredMembersOf(caller, segment), caller.account, page, descending);
    },
    sizes: async ({ segmentNo }, { from, until }, { caller, db }) => {
      const days = await sizesByDay(db, caller.account, segmentNo, {
        from: from ?? null,
        until: until ?? null,
        first: dayLimit + 1,
      });
      if (days.length > dayLimit) throw badInput(['from'], `"from" must be at most ${dayLimit} days before "until"`);
      return days;
    },
    membership: async (segment, { contactId: id, at }, { caller, service }) => {
      const membership = await service.membership(askingAsOf(caller, at), segment, id);
      return membership === null ? null : { member: membership.member, because: [...membership.because] };
    },
  },
  SegmentChange: {
    kind: ({ entered }) => (entered ? 'SEGMENT_ENTERED' : 'SEGMENT_LEFT'),
    contact: ({ contactNo }, _args, { caller }) => ({ id: contactId(caller.account, contactNo) }),
  },
  queries: {
    segmentChanges: async (_root, { id, ...page }, { caller, db }) => {
      const size = pageSize(page.first);
      const [rev = aboveAll, contactNo = aboveAll] =
        decodeCursor('segmentChanges', ['integer', 'integer'], page.after) ?? [];
      const segmentNo = recordNoOf('seg', caller.account, id);
      const segment = segmentNo === null ? null : await segmentByNo({ query: db.read }, caller.account, segmentNo);
      if (segment === null) return null;
      const behind = { rev: Number(rev), contactNo: Number(contactNo) };
      return connectionOf(
        await changesBehind(db, caller.account, segment.segmentNo, behind, size + 1),
        size,
        page.after,
        (change) => encodeCursor('segmentChanges', [change.rev, change.contactNo]),
        (change) => change,
      );
    },
    segment: async (_root, { id }, { caller, db }) => {
      const segmentNo = recordNoOf('seg', caller.account, id);
      return segmentNo === null ? null : segmentByNo({ query: db.read }, caller.account, segmentNo);
    },
    segments: async (_root, { search, archived, ...page }, { caller, db }) => {
      const size = pageSize(page.first);
      const [name = '', segmentNo = 0] = decodeCursor('segments', ['string', 'integer'], page.after) ?? [];
      if ((search ?? '').length > searchLimit)
        throw badInput(['search'], `"search" may have ${searchLimit} characters, got ${search?.length}`);
      // Those that everybody begins with are there when they are asked for first.
      await accountRules(db, caller.account);
      const behind = { name: String(name), segmentNo: Number(segmentNo) };
      return connectionOf(
        await segmentsBehind(db, caller.account, { behind, search: search ?? '', archived, first: size + 1 }),
        size,
        page.after,
        (segment) => encodeCursor('segments', [segment.name, segment.segmentNo]),
        (segment) => segment,
      );
    },
  },
  mutations: {
    segmentCreate: (_root, { input }, { caller, segments }) =>
      payloadOf(async () => ({ segment: await segments.save(caller, { ...input, filter: Object(input.filter) }) })),
    segmentUpdate: (_root, { input }, { caller, segments }) =>
      payloadOf(async () => {
        const filter = input.filter === null || input.filter === undefined ? null : Object(input.filter);
        return { segment: await segments.save(caller, { ...input, filter }) };
      }),
    segmentArchive: (_root, { id }, { caller, segments }) =>
      payloadOf(async () => ({ segment: await segments.archive(caller, id) })),
  },
} satisfies Resolvers & {
  readonly queries: Resolvers['Query'];
  readonly mutations: Resolvers['Mutation'];
};
