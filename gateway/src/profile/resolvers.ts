import { commonScalars } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';

export const resolvers: Resolvers = {
  ...commonScalars,
  Contact: {
    __resolveReference: ({ id }) => ({ id }),
    timeline: ({ id }, page, { loadTimeline }) => loadTimeline(String(id), page),
  },
  TimelineEntry: {
    at: ({ at }) => new Date(at),
  },
};
