import type { Statement, Transaction } from '@ucp/kit/database';
import type { FieldDefinition, FieldValue } from '../domain/fields.ts';
import { type IdentifierSettings, presetPriority } from '../domain/identifiers.ts';
import {
  type ContactState,
  type IdentifierState,
  identifierKey,
  type Neighbourhood,
  noChanges,
} from '../domain/neighbourhood.ts';
import type { AcquisitionKind } from '../domain/record.ts';

/** Who decides about links of an account takes turns: an outcome never depends on who else decides at the same moment. */
const lock: Statement = {
  name: 'decisions_lock',
  text: "/* decisions_lock */ select pg_advisory_xact_lock(hashtextextended('decisions', $1))",
};

const settings: Statement = {
  name: 'identifier_settings',
  text: `/* identifier_settings */ select default_region as "defaultRegion", blocked_values as "blockedValues",
    shared_identifiers as "sharedIdentifiers", identifier_priority as priority, identifier_limits as limits from account where account_id = $1`,
};
const definitions: Statement = {
  name: 'field_definitions',
  text: `/* field_definitions */ select field_no as "fieldNo", key, label, type, options, merge_strategy as "mergeStrategy" from field_definition
    where account_id = $1 order by key`,
};
const counters: Statement = {
  name: 'contact_counters',
  text: `/* contact_counters */ insert into contact_counter (account_id, next_contact_no, next_merge_no, next_review_no)
    values ($1, 1, 1, 1) on conflict (account_id) do update set next_contact_no = contact_counter.next_contact_no
    returning next_contact_no as "contactNo", next_merge_no as "mergeNo", next_review_no as "reviewNo"`,
};
/**
 * The contacts, as shown, that identifiers ($2 kinds, $3 values) of the account $1 belong to, row by row through the keys. The
 * account comes out of a function: as a constant that the statistics have not met yet it seems to have no rows at all, and any
 * index looks good then, also one that goes through the whole account for every row (seen here: 22 s a batch instead of 30 ms).
 */
export const rootsConcerned = (
  schema: '' | 'public.',
  also: string,
): string => `select distinct m.account_id, c.root_no from (
      select a.account_id, i.contact_no from unnest(array[$1::int]) as a(account_id) cross join unnest($2::text[], $3::text[]) as s(kind, value)
        cross join lateral (select contact_no from ${schema}identifier i
          where i.account_id = a.account_id and i.kind = s.kind and i.value = s.value offset 0) i
      ${also}) m
    cross join lateral (select root_no from ${schema}contact c where c.account_id = m.account_id and c.contact_no = m.contact_no offset 0) c`;
const concerned: Statement = {
  name: 'contacts_concerned',
  text: `/* contacts_concerned */ with root as (${rootsConcerned('', 'union all select a.account_id, unnest($4::int[]) from unnest(array[$1::int]) as a(account_id)')})
    select c.contact_no as "contactNo", c.root_no as "rootNo", c.created_at as "createdAt", c.updated_at as "updatedAt",
      c.acquisition_kind as "acquisitionKind", c.acquisition_detail as "acquisitionDetail", c.acquisition_at as "acquisitionAt",
      c.lawful_basis as "lawfulBasis", c.restricted_since as "restrictedSince", c.objection_since as "objectionSince",
      c.archived_at as "archivedAt", c.primaries, c.primary_choices as "primaryChoices", c.primaries_at as "primariesAt"
    from root r cross join lateral (select * from contact c where c.account_id = r.account_id and c.root_no = r.root_no offset 0) c order by c.contact_no`,
};
const identifiers: Statement = {
  name: 'identifiers_of_members',
  text: `/* identifiers_of_members */ select kind, value, given, contact_no as "contactNo", verified, source, first_seen_at as "firstSeenAt", place
    from identifier where account_id = $1 and contact_no = any($2::int[]) order by first_seen_at, place, kind, value`,
};
const fields: Statement = {
  name: 'fields_of_members',
  text: `/* fields_of_members */ select contact_no as "contactNo", field_no as "fieldNo", value, source, updated_at as "updatedAt", place, repeated_at as "repeatedAt"
    from field_value where account_id = $1 and contact_no = any($2::int[])`,
};
const tags: Statement = {
  name: 'tags_of_members',
  text: '/* tags_of_members */ select contact_no as "contactNo", tag, present, at, place from tag where account_id = $1 and contact_no = any($2::int[])',
};
const edges: Statement = {
  name: 'edges_of_members',
  text: `/* edges_of_members */ select merge_no as "mergeNo", one_no as "oneNo", other_no as "otherNo" from merge_edge
    where account_id = $1 and active and (one_no = any($2::int[]) or other_no = any($2::int[]))`,
};
const separations: Statement = {
  name: 'separations_of_members',
  text: `/* separations_of_members */ select one_no as "oneNo", other_no as "otherNo" from separation
    where account_id = $1 and (one_no = any($2::int[]) or other_no = any($2::int[]))`,
};

export interface Concern {
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly contactNos: readonly number[];
}

/** Takes the account's lock of decisions until the transaction ends. */
export const lockDecisions = (tx: Pick<Transaction, 'query'>, account: number): Promise<unknown> =>
  tx.query(lock, [account]);

/** Settings that decide how identifiers are read. */
export async function readSettings(reader: Pick<Transaction, 'query'>, account: number): Promise<IdentifierSettings> {
  const [row] = await reader.query<SettingsRow>(settings, [account]);
  return {
    defaultRegion: row?.defaultRegion ?? 'US',
    blockedValues: new Set(row?.blockedValues ?? []),
    sharedIdentifiers: new Set(row?.sharedIdentifiers ?? []),
    priority: row?.priority ?? presetPriority,
    limits: row?.limits ?? {},
  };
}

export const readDefinitions = (reader: Pick<Transaction, 'query'>, account: number): Promise<FieldDefinition[]> =>
  reader.query<FieldDefinition & Record<string, unknown>>(definitions, [account]);

/**
 * Loads everything that identifiers and contacts concern, under the account's lock of decisions. A fixed number of
 * statements, whatever the number of records.
 */
export async function loadNeighbourhood(
  tx: Transaction,
  account: number,
  concernOf: (settings: IdentifierSettings) => Concern,
): Promise<Neighbourhood> {
  await lockDecisions(tx, account);
  const known = await readSettings(tx, account);
  const concern = concernOf(known);
  const members = await tx.query<ContactRow>(concerned, [
    account,
    concern.identifiers.map(({ kind }) => kind),
    concern.identifiers.map(({ value }) => value),
    concern.contactNos,
  ]);
  const numbers = members.map(({ contactNo }) => contactNo);
  const [next] = await tx.query<{ contactNo: number; mergeNo: number; reviewNo: number }>(counters, [account]);
  const place: Neighbourhood = {
    now: tx.now,
    settings: known,
    fields: new Map((await readDefinitions(tx, account)).map((field) => [field.key, field])),
    contacts: new Map(members.map((row) => [row.contactNo, contactOf(row)])),
    members: new Map(),
    identifiers: new Map(),
    identifiersOf: new Map(),
    edges: await tx.query<EdgeRow>(edges, [account, numbers]),
    separations: (await tx.query<PairRow>(separations, [account, numbers])).map(({ oneNo, otherNo }) => [
      oneNo,
      otherNo,
    ]),
    next: { contactNo: next?.contactNo ?? 1, mergeNo: next?.mergeNo ?? 1, reviewNo: next?.reviewNo ?? 1 },
    changes: noChanges(),
  };
  for (const { contactNo, rootNo } of members)
    place.members.set(rootNo, [...(place.members.get(rootNo) ?? []), contactNo]);
  for (const row of await tx.query<IdentifierState & Record<string, unknown>>(identifiers, [account, numbers])) {
    const key = identifierKey(row.kind, row.value);
    place.identifiers.set(key, row);
    place.identifiersOf.set(row.contactNo, [...(place.identifiersOf.get(row.contactNo) ?? []), key]);
  }
  for (const row of await tx.query<FieldRow>(fields, [account, numbers]))
    place.contacts.get(row.contactNo)?.fields.set(row.fieldNo, row);
  for (const row of await tx.query<TagRow>(tags, [account, numbers]))
    place.contacts.get(row.contactNo)?.tags.set(row.tag, row);
  return place;
}

interface SettingsRow {
  readonly defaultRegion: string;
  readonly blockedValues: readonly string[];
  readonly sharedIdentifiers: readonly string[];
  readonly priority: readonly string[];
  readonly limits: Readonly<Record<string, number>>;
  readonly [column: string]: unknown;
}
interface ContactRow {
  readonly contactNo: number;
  readonly rootNo: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly acquisitionKind: AcquisitionKind | null;
  readonly acquisitionDetail: string | null;
  readonly acquisitionAt: Date | null;
  readonly lawfulBasis: string | null;
  readonly restrictedSince: Date | null;
  readonly objectionSince: Date | null;
  readonly archivedAt: Date | null;
  readonly primaries: Readonly<Record<string, string>>;
  readonly primaryChoices: Readonly<Record<string, readonly string[]>>;
  readonly primariesAt: Readonly<Record<string, string>>;
  readonly [column: string]: unknown;
}
interface FieldRow {
  readonly contactNo: number;
  readonly fieldNo: number;
  readonly value: FieldValue;
  readonly source: string;
  readonly updatedAt: Date;
  readonly place: number;
  readonly repeatedAt: Date | null;
  readonly [column: string]: unknown;
}
interface TagRow {
  readonly contactNo: number;
  readonly tag: string;
  readonly present: boolean;
  readonly at: Date;
  readonly place: number;
  readonly [column: string]: unknown;
}
interface PairRow {
  readonly oneNo: number;
  readonly otherNo: number;
  readonly [column: string]: unknown;
}
interface EdgeRow extends PairRow {
  readonly mergeNo: number;
}

function contactOf(row: ContactRow): ContactState {
  const { acquisitionKind: kind, acquisitionDetail: detail, acquisitionAt: at, ...contact } = row;
  const acquisition = kind === null || at === null ? null : { kind, detail, at };
  return { ...contact, acquisition, fields: new Map(), tags: new Map() };
}
