import type { Filter } from '@ucp/audience/filter';
import type { Caller } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits } from '@ucp/kit/contact-bits';
import { CodedError, isUserErrorCode } from '@ucp/kit/errors';
import type { ProfileService } from '../service.ts';

export interface FilterProblem {
  /** Place within the filter. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Filters as another part keeps them, and asks them again and again. */
export interface Filters {
  /** Who matches each, without archived contacts; null for one that cannot be asked. @param contactNos null: the whole account */
  readonly matches: (
    caller: Caller,
    filters: readonly Filter[],
    contactNos: readonly number[] | null,
  ) => Promise<(ContactBits | null)[]>;
  /** What is wrong with each, after what is being changed at the moment; null: it can be asked. */
  readonly problems: (caller: Caller, filters: readonly Filter[]) => Promise<(FilterProblem | null)[]>;
}

/** So many contacts are looked up one by one; for more it is faster to combine the sets of the whole account. */
const few = 50;

/** @param settled waits until changes of the account's rules that are under way are there */
export function createFilters(
  service: Pick<ProfileService, 'membersOfEach' | 'membersAmong' | 'check'>,
  settled: (account: number) => Promise<void>,
): Filters {
  const problemOf = async (caller: Caller, filters: readonly Filter[]): Promise<FilterProblem | null> => {
    try {
      await service.check(
        caller,
        filters.map((filter) => ({ filter, path: [] })),
      );
      return null;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { path: [...(error.field ?? [])], message: error.message };
    }
  };
  const problems: Filters['problems'] = async (caller, filters) => {
    // Mostly all is well: one question tells. Else which of them it is.
    if ((await problemOf(caller, filters)) === null) return filters.map(() => null);
    const found: (FilterProblem | null)[] = [];
    for (const filter of filters) found.push(await problemOf(caller, [filter]));
    return found;
  };
  const membersOf = async (
    caller: Caller,
    filters: readonly Filter[],
    contactNos: readonly number[] | null,
  ): Promise<readonly ContactBits[]> => {
    if (filters.length === 0) return [];
    if (contactNos !== null && contactNos.length <= few) return service.membersAmong(caller, filters, contactNos);
    const members = await service.membersOfEach(
      caller,
      filters.map((filter) => ({ filter, archivedAt: null })),
    );
    if (contactNos === null) return members;
    const asked = bitsOf(contactNos);
    return members.map((bits) => both(bits, asked));
  };
  return {
    problems: async (caller, filters) => {
      await settled(caller.account);
      return problems(caller, filters);
    },
    matches: async (caller, filters, contactNos) => {
      try {
        return [...(await membersOf(caller, filters, contactNos))];
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
      const found = await problems(caller, filters);
      const well = filters.filter((_, i) => found[i] === null);
      const members = new Map((await membersOf(caller, well, contactNos)).map((bits, i) => [well[i], bits]));
      return filters.map((filter, i) => (found[i] === null ? (members.get(filter) ?? null) : null));
    },
  };
}

const isRefusal = (error: unknown): error is CodedError => error instanceof CodedError && isUserErrorCode(error.code);
