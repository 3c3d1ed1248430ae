import { highest, type ScorePlace, type Totals } from '@ucp/audience/account-score';
import { explain, type Reason } from '@ucp/audience/explain';
import type { Filter, Path } from '@ucp/audience/filter';
import { leadStatusOf, type Score } from '@ucp/audience/score';
import { type Caller, momentOf } from '@ucp/kit/caller';
import { type ContactBits, hasBit } from '@ucp/kit/contact-bits';
import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import { createSharedRead } from '@ucp/kit/shared-read';
import { accountRules } from './actions.ts';
import { asOne } from './as-one.ts';
import { type ContactView, viewsOnce, type Wanted } from './contact-views.ts';
import type { AskLastEngaged } from './engagement-source.ts';
import { type Evaluated, type Gathering, gather, gatherOnce } from './evaluation.ts';
import type { AskLeaves } from './leaf-source.ts';
import type { DemandSame } from './resolved-contacts.ts';
import { inTurns } from './segments/in-turns.ts';
import { modelByName } from './store/score-models.ts';
import { everySegment, type SegmentRow } from './store/segments.ts';

/** What is one only over all parts, for contacts or for the whole account: of this moment, or of the one the caller asks about. */
export interface ProfileService {
  /** Of contacts, by the numbers they are shown under, what is wanted; mostly in one question to each owner, for segments of very many conditions in several. */
  readonly viewsOf: (
    caller: Caller,
    contactNos: readonly number[],
    wanted: Wanted,
  ) => Promise<Map<number, ContactView>>;
  /** Members of an audience. Archived contacts are in none unless asked for. */
  readonly membersOf: (caller: Caller, filter: Filter, includeArchived: boolean) => Promise<ContactBits>;
  /** Members of each of many segments, without archived contacts; as many as memory allows in one question to each owner. */
  readonly membersOfEach: (caller: Caller, segments: readonly Asked[]) => Promise<readonly ContactBits[]>;
  /** Which of these contacts match each filter; archived ones match none. */
  readonly membersAmong: (
    caller: Caller,
    filters: readonly Filter[],
    contactNos: readonly number[],
  ) => Promise<readonly ContactBits[]>;
  /** Members of a segment and the scores of everybody. */
  readonly scoredMembersOf: (caller: Caller, segment: Asked) => Promise<ScoredMembers>;
  /** Members of a segment and when they engaged last. */
  readonly engagedMembersOf: (caller: Caller, segment: Asked) => Promise<EngagedMembers>;
  /** Whether filters can be asked, by their owners' word. @throws CodedError naming the place of what cannot */
  readonly check: (
    caller: Caller,
    filters: readonly { readonly filter: Filter; readonly path: Path }[],
  ) => Promise<void>;
  readonly segments: (caller: Caller) => Promise<readonly SegmentRow[]>;
  /** Null when the account has no contact of this id. */
  readonly membership: (caller: Caller, segment: Asked, contactId: string) => Promise<Membership | null>;
  /** Scores of contacts by the model of a name; null: the default one. @throws CodedError NOT_FOUND */
  readonly scoresBy: (
    caller: Caller,
    contactNos: readonly number[],
    model: string | null,
  ) => Promise<ReadonlyMap<number, Score>>;
  /** Contacts of the account by score, highest first. @throws CodedError NOT_FOUND for a model that is none */
  readonly leads: (caller: Caller, page: LeadPage) => Promise<readonly Lead[]>;
}

/** A segment, or what is like one. */
export type Asked = Pick<SegmentRow, 'filter' | 'archivedAt'>;

export interface ScoredMembers {
  readonly members: ContactBits;
  readonly totals: Totals;
}

export interface EngagedMembers {
  readonly members: ContactBits;
  /** Second since 1970 by contact number; 0 for one that never did. */
  readonly lastEngaged: Uint32Array;
}

export interface Membership {
  readonly member: boolean;
  readonly because: readonly Reason[];
}

export interface LeadPage {
  /** Name of a model; null: the default one. */
  readonly model: string | null;
  readonly size: number;
  /** Null: all who have more than nothing. */
  readonly least: number | null;
  readonly behind: ScorePlace | null;
}

export interface Lead extends ScorePlace {
  readonly leadStatus: string | null;
}

export function createProfileService(
  db: Database,
  ask: AskLeaves,
  askLastEngaged: AskLastEngaged,
  demandSame: DemandSame,
): ProfileService {
  /** Every profile asks for them: those of an account that are shown at the same time share a read. */
  const rulesOf = createSharedRead((account: number) => accountRules(db, account));
  /** The account's rules, at the moment the caller asks about. */
  const common = async (caller: Caller) => {
    const rules = await rulesOf(caller.account);
    const at = momentOf(caller);
    if (at !== null && at > rules.now)
      throw badInput(['at'], `"at" is at the latest now, ${rules.now.toISOString()}, got ${at.toISOString()}`);
    return { ask, caller, rules: at === null ? rules : { ...rules, now: at } };
  };
  /** Where one that is archived is looked at, those it asks for may be archived too. */
  const commonOf = async (caller: Caller, segments: readonly Pick<SegmentRow, 'archivedAt'>[]) => {
    const base = await common(caller);
    if (segments.every(({ archivedAt }) => archivedAt === null)) return base;
    return { ...base, rules: { ...base.rules, segments: await everySegment(db, caller.account) } };
  };
  /** With the model of a name in place of the default one. */
  const commonBy = async (caller: Caller, name: string | null) => {
    const base = await common(caller);
    if (name === null) return base;
    const model = await modelByName({ query: db.read }, caller.account, name);
    if (model === null) throw notFound(['model'], `The account has no score model "${name.slice(0, 100)}"`);
    return { ...base, rules: { ...base.rules, model } };
  };
  /** Of contacts that a client's query found before: by their ids, or by those of others that are one with them. */
  const gatherFound = async (gathering: Gathering & { readonly contactNos: readonly number[] }): Promise<Evaluated> => {
    const found = await gather(gathering);
    await demandSame(gathering.contactNos, found.asOf, gathering.caller);
    return found;
  };
  const wholeAccount = { scored: false, contactNos: null } as const;
  return {
    segments: async ({ account }) => (await rulesOf(account)).segments,
    viewsOf: async (caller, contactNos, wanted) => {
      const base = await common(caller);
      const { views, asOf } = await asOne(caller, (asking) =>
        viewsOnce({ ...base, caller: asking }, contactNos, wanted),
      );
      await demandSame(contactNos, asOf, caller);
      return views;
    },
    membersOf: async (caller, filter, includeArchived) => {
      // A moment that is asked about has to be looked at.
      const rules = caller.at === undefined ? async () => (await common(caller)).rules : (await common(caller)).rules;
      const found = await gather({
        ask,
        caller,
        rules,
        filters: [filter],
        paths: [['filter']],
        scored: false,
        contactNos: null,
        includeArchived,
      });
      return found.members(filter);
    },
    membersOfEach: async (caller, segments) => {
      const base = await commonOf(caller, segments);
      const members: ContactBits[] = [];
      for await (const group of inTurns(segments, base.rules, caller.account)) {
        const filters = group.map(({ filter }) => filter);
        const found = await gather({ ...base, ...wholeAccount, filters });
        members.push(...filters.map(found.members));
      }
      return members;
    },
    membersAmong: async (caller, filters, contactNos) => {
      const found = await gather({ ...(await common(caller)), filters, scored: false, contactNos });
      return filters.map(found.members);
    },
    scoredMembersOf: async (caller, segment) => {
      const { filter } = segment;
      const base = await commonOf(caller, [segment]);
      const found = await gather({ ...base, ...wholeAccount, filters: [filter], scored: true });
      return { members: found.members(filter), totals: found.totals() };
    },
    engagedMembersOf: async (caller, segment) => {
      const { filter } = segment;
      const base = await commonOf(caller, [segment]);
      return asOne(caller, async (asking) => {
        const found = await gatherOnce({ ...base, ...wholeAccount, caller: asking, filters: [filter] });
        const members = found.members(filter);
        return { members, lastEngaged: await askLastEngaged(members, found.asOf, asking) };
      });
    },
    check: async (caller, asked) => {
      const [filters, paths] = [asked.map(({ filter }) => filter), asked.map(({ path }) => path)];
      // Owners look at what they are asked before they look for whom.
      await gather({ ...(await common(caller)), ...wholeAccount, contactNos: [], filters, paths });
    },
    membership: async (caller, segment, contactId) => {
      const { filter } = segment;
      const contactNo = contactNoOf(caller.account, contactId);
      if (contactNo === null) return null;
      const found = await gather({
        ...(await commonOf(caller, [segment])),
        filters: [filter],
        scored: false,
        contactNos: [contactNo],
      });
      const shownNo = found.shownAs(contactNo);
      if (shownNo === null) return null;
      return {
        member: hasBit(found.members(filter), contactNo),
        because: [
          ...(hasBit(found.everybody, shownNo) ? [] : [archived]),
          ...explain(found.expanded(filter), shownNo, found.answers),
        ],
      };
    },
    scoresBy: async (caller, contactNos, model) => {
      const found = await gatherFound({ ...(await commonBy(caller, model)), filters: [], scored: true, contactNos });
      return found.scores(contactNos);
    },
    leads: async (caller, page) => {
      const base = await commonBy(caller, page.model);
      const found = await gather({ ...base, filters: [], scored: true, contactNos: null });
      const { ranges } = found.model;
      return highest(found.totals(), found.answers.everybody, page).map(({ contactNo, total }) => ({
        contactNo,
        total,
        leadStatus: leadStatusOf(total, ranges),
      }));
    },
  };
}

/** Why an archived contact is in no segment, whatever else is true of it. */
const archived: Reason = { predicate: 'contact is not archived', matched: false, facts: [] };
