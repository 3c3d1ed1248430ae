import type { Filter } from '@ucp/audience/filter';
import { type ContactBits, countBits } from '@ucp/kit/contact-bits';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import { commonScalars, identifierKindScalar } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';
import { campaignResolvers } from './campaigns/campaign-resolvers.ts';
import type { Context } from './context.ts';
import type { AudienceModel } from './models.ts';
import { scoreResolvers } from './scores/score-resolvers.ts';
import { contactsByNo } from './segments/contact-pages.ts';
import { segmentResolvers } from './segments/segment-resolvers.ts';

/** Facts shown behind a condition. */
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

export const resolvers: Resolvers = {
  ...commonScalars,
  IdentifierKind: identifierKindScalar,
  Contact: {
    __resolveReference: ({ id }) => ({ id }),
    preferencesUrl: ({ id }, _args, { caller, preferencesPathOf }) =>
      caller.origin === null ? null : `${caller.origin}${preferencesPathOf(String(id))}`,
    timeline: ({ id }, page, { loadTimeline }) => loadTimeline(String(id), page),
    ...scoreResolvers.contactFields,
    segments: async ({ id }, _args, { caller, loadView }) => {
      const contactNo = contactNoOf(caller.account, String(id));
      const view = contactNo === null ? null : await loadView.load(contactNo);
      return view === null ? null : [...view.segments];
    },
  },
  TimelineEntry: {
    at: ({ at }) => new Date(at),
  },
  ScoreContribution: scoreResolvers.ScoreContribution,
  PredicateResult: {
    evidence: ({ facts }) => facts.slice(0, shownFacts),
  },
  Audience: {
    size: async ({ members }) => countBits(await members()),
    contacts: async ({ members }, page, { caller }) => contactsByNo(await members(), caller.account, page),
  },
  Segment: segmentResolvers.Segment,
  SegmentChange: segmentResolvers.SegmentChange,
  CampaignSend: campaignResolvers.CampaignSend,
  CampaignProgress: campaignResolvers.CampaignProgress,
  Query: {
    ...campaignResolvers.queries,
    ...segmentResolvers.queries,
    ...scoreResolvers.queries,
    audience: (_root, { filter, includeArchived }, context) =>
      audienceOf(context, Object(filter), includeArchived ?? false),
    leads: async (_root, { minTotal, model, ...page }, { caller, service }) => {
      const size = pageSize(page.first);
      const [total, below] = decodeCursor('leads', ['number', 'number'], page.after) ?? [Number.POSITIVE_INFINITY, -1];
      const leads = (await service.leads(caller, model ?? null)).filter(
        ({ contactNo, score }) =>
          (minTotal === null || minTotal === undefined ? score.total > 0 : score.total >= minTotal) &&
          (score.total < Number(total) || (score.total === Number(total) && contactNo > Number(below))),
      );
      return connectionOf(
        leads.slice(0, size + 1),
        size,
        page.after,
        ({ contactNo, score }) => encodeCursor('leads', [score.total, contactNo]),
        ({ contactNo, score }) => ({
          contact: { id: contactId(caller.account, contactNo) },
          total: score.total,
          leadStatus: score.leadStatus,
        }),
      );
    },
  },
  Mutation: {
    ...campaignResolvers.mutations,
    ...segmentResolvers.mutations,
    ...scoreResolvers.mutations,
  },
};
