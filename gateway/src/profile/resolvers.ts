import type { Filter } from '@ucp/audience/filter';
import { type ContactBits, countBits, numbersIn } from '@ucp/kit/contact-bits';
import { payloadOf } from '@ucp/kit/errors';
import { contactId, contactNoOf, recordNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, type PageArguments, pageSize } from '@ucp/kit/page';
import { commonScalars, identifierKindScalar } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';
import { saveSegment, setModel } from './actions.ts';
import { campaignResolvers } from './campaigns/campaign-resolvers.ts';
import type { Context } from './context.ts';
import { segmentId } from './evaluation.ts';
import type { AudienceModel } from './models.ts';

/** Facts shown behind a contribution or a condition. */
const shownFacts = 20;

function audienceOf({ caller, service }: Context, filter: Filter, includeArchived = false): AudienceModel {
  let members: Promise<ContactBits> | undefined;
  return {
    filter,
    members: () => {
      members ??= service.membersOf(caller, filter, includeArchived);
      return members;
    },
  };
}

/** Contacts of an audience by their numbers, which is the order of their ids' making. */
function contactsOf(members: ContactBits, account: number, page: PageArguments) {
  const size = pageSize(page.first);
  const [after = -1] = decodeCursor('audience', ['number'], page.after) ?? [];
  return connectionOf(
    numbersIn(members, Number(after), size + 1),
    size,
    page.after,
    (no) => encodeCursor('audience', [no]),
    (no) => ({ id: contactId(account, no) }),
  );
}

export const resolvers: Resolvers = {
  ...commonScalars,
  IdentifierKind: identifierKindScalar,
  Contact: {
    __resolveReference: ({ id }) => ({ id }),
    preferencesUrl: ({ id }, _args, { caller, preferencesPathOf }) =>
      caller.origin === null ? null : `${caller.origin}${preferencesPathOf(String(id))}`,
    timeline: ({ id }, page, { loadTimeline }) => loadTimeline(String(id), page),
    score: async ({ id }, _args, { caller, loadView }) => {
      const contactNo = contactNoOf(caller.account, String(id));
      const view = contactNo === null ? null : await loadView.load(contactNo);
      return view === null ? null : { ...view.score, contributions: [...view.score.contributions] };
    },
    segments: async ({ id }, _args, { caller, loadView }) => {
      const contactNo = contactNoOf(caller.account, String(id));
      const view = contactNo === null ? null : await loadView.load(contactNo);
      return view === null ? null : [...view.segments];
    },
  },
  TimelineEntry: {
    at: ({ at }) => new Date(at),
  },
  ScoreContribution: {
    evidence: ({ facts }) => facts.slice(0, shownFacts),
  },
  PredicateResult: {
    evidence: ({ facts }) => facts.slice(0, shownFacts),
  },
  Audience: {
    size: async ({ members }) => countBits(await members()),
    contacts: async ({ members }, page, { caller }) => contactsOf(await members(), caller.account, page),
  },
  Segment: {
    id: (segment, _args, { caller }) => segmentId(caller.account, segment),
    size: async ({ filter }, _args, context) => countBits(await audienceOf(context, filter).members()),
    contacts: async ({ filter }, page, context) =>
      contactsOf(await audienceOf(context, filter).members(), context.caller.account, page),
    membership: async ({ filter }, { contactId: id }, { caller, service }) => {
      const membership = await service.membership(caller, filter, id);
      return membership === null ? null : { member: membership.member, because: [...membership.because] };
    },
  },
  CampaignSend: campaignResolvers.CampaignSend,
  CampaignProgress: campaignResolvers.CampaignProgress,
  Query: {
    ...campaignResolvers.queries,
    audience: (_root, { filter, includeArchived }, context) =>
      audienceOf(context, Object(filter), includeArchived ?? false),
    segment: async (_root, { id }, { caller, service }) => {
      const segments = await service.segments(caller);
      return segments.find((segment) => segmentId(caller.account, segment) === id) ?? null;
    },
    leads: async (_root, { minTotal, ...page }, { caller, service }) => {
      const size = pageSize(page.first);
      const place = decodeCursor('leads', ['number', 'number'], page.after);
      const behind = place === null ? null : { total: Number(place[0]), contactNo: Number(place[1]) };
      return connectionOf(
        await service.leads(caller, { size: size + 1, least: minTotal ?? null, behind }),
        size,
        page.after,
        ({ contactNo, total }) => encodeCursor('leads', [total, contactNo]),
        ({ contactNo, total, leadStatus }) => ({
          contact: { id: contactId(caller.account, contactNo) },
          total,
          leadStatus,
        }),
      );
    },
  },
  Mutation: {
    ...campaignResolvers.mutations,
    segmentCreate: (_root, { input }, { caller, db }) =>
      payloadOf(async () => {
        const segmentNo =
          input.id === null || input.id === undefined ? undefined : recordNoOf('seg', caller.account, input.id);
        return {
          segment: await saveSegment(db, caller.account, { segmentNo, name: input.name, filter: Object(input.filter) }),
        };
      }),
    scoreModelSet: (_root, { input }, { caller, db }) =>
      payloadOf(async () => {
        const rules = input.rules.map((rule) => ({ ...rule, when: Object(rule.when) }));
        const { version, model } = await setModel(db, caller.account, { ...input, rules });
        return { scoreModel: { version, rules: [...model.rules] } };
      }),
  },
};
