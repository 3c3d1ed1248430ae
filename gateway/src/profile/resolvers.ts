import type { Filter } from '@ucp/audience/filter';
import { askingAsOf, type Caller } from '@ucp/kit/caller';
import { type ContactBits, countBits } from '@ucp/kit/contact-bits';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import { commonScalars, identifierKindScalar } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';
import { campaignResolvers } from './campaigns/campaign-resolvers.ts';
import type { Context } from './context.ts';
import { filterResolvers } from './filters/filter-resolvers.ts';
import type { AudienceModel } from './models.ts';
import { scoreResolvers } from './scores/score-resolvers.ts';
import { contactsByNo } from './segments/contact-pages.ts';
import { segmentResolvers } from './segments/segment-resolvers.ts';

/** Facts shown behind a condition. */
const shownFacts = 20;

function audienceOf({ service }: Context, caller: Caller, filter: Filter, includeArchived: boolean): AudienceModel {
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
      const segments = contactNo === null ? null : await loadView.segments(contactNo);
      return segments === null ? null : [...segments];
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
    ...filterResolvers.queries,
    audience: (_root, { filter, includeArchived, at }, context) =>
      audienceOf(context, askingAsOf(context.caller, at), Object(filter), includeArchived ?? false),
    leads: async (_root, { minTotal, model, at, ...page }, { caller, service }) => {
      const size = pageSize(page.first);
      const place = decodeCursor('leads', ['number', 'number'], page.after);
      const behind = place === null ? null : { total: Number(place[0]), contactNo: Number(place[1]) };
      return connectionOf(
        await service.leads(askingAsOf(caller, at), {
          model: model ?? null,
          size: size + 1,
          least: minTotal ?? null,
          behind,
        }),
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
    ...segmentResolvers.mutations,
    ...scoreResolvers.mutations,
    ...filterResolvers.mutations,
  },
};
