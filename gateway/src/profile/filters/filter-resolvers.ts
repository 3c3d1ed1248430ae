import { encodeBits } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';

/** What automation asks about the filters of workflows. */
export const filterResolvers = {
  queries: {
    audienceMatches: async (_root, { filters: asked, contactIds }, { caller, filters }) => {
      const matches = await filters.matches(
        caller,
        asked.map((filter) => Object(filter)),
        contactIds?.flatMap((id) => contactNoOf(caller.account, id) ?? []) ?? null,
      );
      return matches.map((bits) => (bits === null ? null : encodeBits(bits)));
    },
    audienceProblems: (_root, { filters: asked }, { caller, filters }) =>
      filters.problems(
        caller,
        asked.map((filter) => Object(filter)),
      ),
  },
  mutations: {
    segmentsTrack: (_root, { ids }, { caller, segments }) => segments.track(caller, ids),
  },
} satisfies { readonly queries: Resolvers['Query']; readonly mutations: Resolvers['Mutation'] };
