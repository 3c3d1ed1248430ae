import type { Database } from '@ucp/kit/database';
import { decodeCursor, encodeCursor } from '@ucp/kit/page';
import type { ContactView } from './domain/contact-view.ts';
import { tierOf, tierQualities } from './domain/search-match.ts';
import { parseSearch } from './domain/search-query.ts';
import { readAccount } from './store/accounts.ts';
import { definitionsOf } from './store/field-definitions.ts';
import { type SearchPlace, searchContacts } from './store/search.ts';

const before: SearchPlace = { tier: 0, contactNo: 2_147_483_647 };
const lastTier = tierQualities.length - 1;

/** Place of a contact in what a search finds. Numbers only grow: who comes later is before all who are of the same tier. */
export const searchCursor = ({ tier, contactNo }: SearchPlace): string => encodeCursor('search', [tier, contactNo]);

export function createSearch(db: Database) {
  /**
   * Contacts in whose shown data every word of a search is found, at most `first` behind a cursor: those with all words as they
   * are written, then those with names spelled alike; newest first within each. Null when the search has no word.
   * @param viewsOf contacts as they are shown, in the order asked
   * @throws CodedError BAD_USER_INPUT
   */
  return async (
    account: number,
    search: string,
    after: string | null | undefined,
    first: number,
    viewsOf: (contactNos: readonly number[]) => Promise<(ContactView | null)[]>,
  ): Promise<SearchPlace[] | null> => {
    if (search.trim() === '') return null;
    const [definitions, settings] = await Promise.all([definitionsOf(db, account), readAccount(db, account)]);
    const query = parseSearch(search, definitions, settings?.defaultRegion ?? '');
    if (query === null) return null;
    if (new Set(query.probes.map(({ place }) => place)).size < query.words) return [];
    const [tier, contactNo] = decodeCursor('search', ['number', 'number'], after) ?? [before.tier, before.contactNo];
    const found: SearchPlace[] = [];
    let behind: SearchPlace = { tier: Number(tier), contactNo: Number(contactNo) };

    const collect = async (upTo: number): Promise<void> => {
      while (found.length < first) {
        const wanted = first - found.length;
        const candidates = await searchContacts(db, account, query, behind, upTo, wanted);
        const views = await viewsOf(candidates.map((candidate) => candidate.contactNo));
        candidates.forEach((candidate, i) => {
          const view = views[i] ?? null;
          if (view === null || tierOf(view, candidate.hits, query.words) !== candidate.tier) return;
          found.push({ tier: candidate.tier, contactNo: candidate.contactNo });
        });
        behind = candidates.at(-1) ?? behind;
        if (candidates.length < wanted) return;
      }
    };
    if (behind.tier === 0) await collect(0);
    if (found.length < first && query.probes.some(({ how }) => how === 'SIMILAR')) {
      if (behind.tier === 0) behind = { tier: 0, contactNo: 0 };
      await collect(lastTier);
    }
    return found;
  };
}
