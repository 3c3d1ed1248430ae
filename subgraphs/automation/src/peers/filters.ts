import { decodeBits } from '@ucp/kit/contact-bits';
import { contactId } from '@ucp/kit/ids';
import { type Graph, partOfField } from '@ucp/kit/parts-of-graph';
import { z } from 'zod';
import type { Filter } from '../domain/definition.ts';
import { askPart, type MetParts, togetherOrEach } from './ask-part.ts';
import type { FilterProblem, Filters } from './peers.ts';

const matches = z.array(z.string().nullable());
const problems = z.array(z.object({ path: z.array(z.string()), message: z.string() }).nullable());

const matchesQuery = `query ($filters: [AudienceFilter!]!, $contactIds: [ID!]) {
  answer: audienceMatches(filters: $filters, contactIds: $contactIds)
}`;
const problemsQuery = `query ($filters: [AudienceFilter!]!) { answer: audienceProblems(filters: $filters) { path message } }`;

/** What a workflow asks it asks for itself: whoever saved it was allowed to, and nobody is told why somebody matches. */
const scopes = ['pii:read', 'scores:read'];

/** Filters as profile answers them. */
export function createFilters(parts: MetParts, supergraph: Graph): Filters {
  const answers = partOfField(supergraph, 'audienceMatches');
  const members = async (account: number, filters: readonly Filter[], contactIds: readonly string[] | null) =>
    matches
      .parse(
        await askPart(parts, answers, account, { query: matchesQuery, variables: { filters, contactIds }, scopes }),
      )
      .map((bits) => (bits === null ? null : decodeBits(bits)));
  const problemsOf = async (account: number, filters: readonly Filter[]) =>
    problems.parse(await askPart(parts, answers, account, { query: problemsQuery, variables: { filters }, scopes }));
  return {
    matches: (account, filters, contactNos) => {
      const ids = contactNos?.map((contactNo) => contactId(account, contactNo)) ?? null;
      return togetherOrEach(
        filters,
        (asked) => members(account, asked, ids),
        () => null,
      );
    },
    problems: (account, filters) =>
      togetherOrEach(
        filters,
        (asked) => problemsOf(account, asked),
        (message): FilterProblem => ({ path: [], message }),
      ),
  };
}
