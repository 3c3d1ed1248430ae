import { groupBy } from '@ucp/kit/align';
import { plainArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { Origins } from '../domain/contact-happenings.ts';
import {
  type ContactFacts,
  type ContactView,
  type FieldFacts,
  type MemberFacts,
  viewOf,
} from '../domain/contact-view.ts';
import type { FieldType, FieldValue, MergeStrategy } from '../domain/fields.ts';
import { presetPriority } from '../domain/identifiers.ts';
import type { MergeState } from '../domain/merge-state.ts';
import type { IdentifierState } from '../domain/neighbourhood.ts';
import type { AcquisitionKind } from '../domain/record.ts';

interface TaggedRow {
  readonly tag: number;
  readonly asked: number;
  readonly row: readonly unknown[];
  readonly [column: string]: unknown;
}

export interface Profiles {
  /** By the number asked, that of a merged contact included, and by the one it is shown under. Numbers nobody has are absent. */
  readonly views: ReadonlyMap<number, ContactView>;
  /** What they come from, and the merges that hold, newest first; by the same numbers. */
  readonly origins: ReadonlyMap<number, Origins>;
  /** Moment of the answer. */
  readonly now: Date;
  /** Rev of identity's journal that the views are true for. */
  readonly rev: number;
  /** Rev of the last change of who is shown as whom. */
  readonly moved: number;
}

const tags = { head: 0, member: 1, identifier: 2, field: 3, tag: 4, merge: 5 } as const;

/** @param only what is read beside the members themselves: SQL of conditions on identifiers, field values and tags, and of more */
const statementFor = (
  name: string,
  only: {
    readonly identifiers: string;
    readonly fields: string;
    readonly tags: string;
    readonly head: string;
    readonly more: string;
  },
): Statement => ({
  name,
  text: `/* ${name} */
    with asked as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($2::int[])),
    member as (select a.asked, m.* from asked a join contact m on m.account_id = $1 and m.root_no = a.root_no)
    select ${tags.head} as tag, 0 as asked, json_build_array((select rev from journal_head where account_id = $1),
      (select rev from contact_move where account_id = $1), (select identifier_priority from account where account_id = $1)${only.head}) as row
    union all
    select ${tags.member}, m.asked, json_build_array(m.contact_no, m.root_no, m.created_at, m.updated_at, m.acquisition_kind,
      m.acquisition_detail, m.acquisition_at, m.lawful_basis, m.restricted_since, m.objection_since, m.erasure_requested_at, m.primaries,
      m.archived_at)
    from member m
    union all
    select ${tags.identifier}, m.asked, json_build_array(i.kind, i.value, i.given, i.contact_no, i.verified, i.source, i.first_seen_at, i.place)
    from member m join identifier i on i.account_id = $1 and i.contact_no = m.contact_no${only.identifiers}
    union all
    select ${tags.field}, m.asked, json_build_array(m.contact_no, d.key, d.label, d.type, v.value, v.source, v.updated_at, v.place, d.merge_strategy)
    from member m join field_value v on v.account_id = $1 and v.contact_no = m.contact_no
      join field_definition d on d.account_id = $1 and d.field_no = v.field_no${only.fields}
    union all
    select ${tags.tag}, m.asked, json_build_array(m.contact_no, t.tag, t.present, t.at, t.place)
    from member m join tag t on t.account_id = $1 and t.contact_no = m.contact_no${only.tags}${only.more}`,
});

/** One statement for everything, the same for one contact and for fifty. Merges are read where no names are given. */
const profiles = statementFor('profiles_of_contacts', {
  identifiers: ` and ($3::text[] is null or lower(i.kind) = any($3) or 'display_name' = any($3))`,
  fields: ` and ($3::text[] is null or d.key = any($3) or ('display_name' = any($3) and d.key in ('first_name', 'last_name')))`,
  tags: ` and ($3::text[] is null or 'tags' = any($3))`,
  head: `, date_trunc('milliseconds', now() + $4::interval)`,
  more: `
    union all
    select ${tags.merge}, e.asked, json_build_array(g.merge_no, g.survivor_no, g.absorbed_nos, g.at, g.reason, g.actor)
    from (select distinct m.asked, e.merge_no from member m
        join merge_edge e on e.account_id = $1 and e.one_no = m.contact_no and e.active where $3::text[] is null) e
      join merge g on g.account_id = $1 and g.merge_no = e.merge_no`,
});
const partsOfProfiles = statementFor('parts_of_profiles', {
  identifiers: ' and $3::boolean',
  fields: ' and v.field_no = any($4::int[])',
  tags: ' and $5::boolean',
  head: '',
  more: '',
});

/** What of contacts is read beside themselves. */
export interface ProfileParts {
  readonly identifiers: boolean;
  readonly fieldNos: readonly number[];
  readonly tags: boolean;
}

/**
 * The contacts of numbers, merged ones resolved.
 * @param names of merge fields: identifiers, fields and tags that none of them is made of are left out; null: nothing is
 */
export const profilesOf = async (
  db: Database,
  account: number,
  contactNos: readonly number[],
  names: readonly string[] | null = null,
): Promise<Profiles> =>
  profilesIn(await db.read<TaggedRow>(profiles, [account, plainArray(contactNos), names, db.clockOffset()]));

/** The same views of which some parts only are read; the others are empty. */
export async function partialViewsOf(
  reader: Pick<Transaction, 'query'>,
  account: number,
  contactNos: readonly number[],
  { identifiers, fieldNos, tags: withTags }: ProfileParts,
): Promise<Profiles['views']> {
  const values = [account, plainArray(contactNos), identifiers, fieldNos, withTags];
  return profilesIn(await reader.query<TaggedRow>(partsOfProfiles, values)).views;
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

function profilesIn(rows: readonly TaggedRow[]): Profiles {
  const [rev, moved, ranked, now] = rows.find(({ tag }) => tag === tags.head)?.row ?? [];
  const priority = Array.isArray(ranked) ? ranked.map(String) : presetPriority;
  const views = new Map<number, ContactView>();
  const origins = new Map<number, Origins>();
  for (const [asked, own] of groupBy(
    rows.filter(({ tag }) => tag !== tags.head),
    (row) => row.asked,
  )) {
    const facts = factsOf(own);
    const view = viewOf({ ...facts, priority });
    if (view === null) continue;
    const merges = own.filter(({ tag }) => tag === tags.merge).map(({ row }) => mergeOf(row));
    merges.sort((a, b) => b.at.getTime() - a.at.getTime() || b.mergeNo - a.mergeNo);
    for (const no of [asked, view.rootNo]) {
      views.set(no, view);
      origins.set(no, { members: facts.members, merges });
    }
  }
  return { views, origins, now: dateOf(now), rev: numberOf(rev), moved: numberOf(moved) };
}

function factsOf(rows: readonly TaggedRow[]): Omit<ContactFacts, 'priority'> {
  const of = <Fact>(tag: number, read: (row: readonly unknown[]) => Fact): Fact[] =>
    rows.filter((each) => each.tag === tag).map(({ row }) => read(row));
  return {
    members: of(tags.member, memberOf),
    identifiers: of(tags.identifier, identifierOf),
    fields: of(tags.field, fieldOf),
    tags: of(tags.tag, (row) => ({
      contactNo: Number(row[0]),
      tag: String(row[1]),
      present: row[2] === true,
      at: dateOf(row[3]),
      place: Number(row[4]),
    })),
  };
}

const dateOf = (value: unknown): Date => new Date(String(value));
const dateOrNull = (value: unknown): Date | null => (value === null ? null : dateOf(value));
const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

const mergeOf = (row: readonly unknown[]): MergeState => ({
  mergeNo: Number(row[0]),
  survivorNo: Number(row[1]),
  absorbedNos: Array.isArray(row[2]) ? row[2].map(Number) : [],
  at: dateOf(row[3]),
  reason: textOrNull(row[4]),
  actor: String(row[5]),
});

const memberOf = (row: readonly unknown[]): MemberFacts => ({
  contactNo: Number(row[0]),
  rootNo: Number(row[1]),
  createdAt: dateOf(row[2]),
  updatedAt: dateOf(row[3]),
  acquisition:
    row[4] === null ? null : { kind: row[4] as AcquisitionKind, detail: textOrNull(row[5]), at: dateOf(row[6]) },
  lawfulBasis: textOrNull(row[7]),
  restrictedSince: dateOrNull(row[8]),
  objectionSince: dateOrNull(row[9]),
  erasureRequestedAt: dateOrNull(row[10]),
  primaries: row[11] as Record<string, string>,
  archivedAt: dateOrNull(row[12]),
});

const identifierOf = (row: readonly unknown[]): IdentifierState => ({
  kind: String(row[0]),
  value: String(row[1]),
  given: String(row[2]),
  contactNo: Number(row[3]),
  verified: row[4] === true,
  source: String(row[5]),
  firstSeenAt: dateOf(row[6]),
  place: Number(row[7]),
});

const fieldOf = (row: readonly unknown[]): FieldFacts => ({
  contactNo: Number(row[0]),
  key: String(row[1]),
  label: String(row[2]),
  type: row[3] as FieldType,
  value: row[4] as FieldValue,
  source: String(row[5]),
  updatedAt: dateOf(row[6]),
  place: Number(row[7]),
  repeatedAt: null,
  mergeStrategy: row[8] as MergeStrategy,
});
