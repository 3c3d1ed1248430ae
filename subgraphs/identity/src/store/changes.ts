import type { JournalWrite } from '@ucp/kit/journal';
import { contactOf, hasChanges, type Neighbourhood } from '../domain/neighbourhood.ts';
import { mergeWrites, reviewWrite, separationWrites } from './merge-writes.ts';
import { columns, type SizedWrite } from './sized-write.ts';

/** The writes of everything that was decided, for the closing statement. None when nothing was. */
export function writesOf(account: number, place: Neighbourhood): JournalWrite[] {
  if (!hasChanges(place.changes)) return [];
  return [
    counterWrite(account, place),
    contactWrite(account, place),
    identifierWrite(account, place),
    decisionWrite(account, place),
    unlinkWrite(account, place),
    fieldWrite(account, place),
    tagWrite(account, place),
    pastWrite(account, place),
    ...mergeWrites(account, place),
    ...separationWrites(account, place),
    reviewWrite(account, place),
    consentWrite(account, place),
    auditWrite(account, place),
  ].filter((write) => write.rows > 0);
}

const counterWrite = (account: number, { next }: Neighbourhood): SizedWrite => ({
  name: 'counters',
  text: 'update contact_counter set next_contact_no = $2, next_merge_no = $3, next_review_no = $4 where account_id = $1',
  values: [account, next.contactNo, next.mergeNo, next.reviewNo],
  rows: 1,
});

function contactWrite(account: number, place: Neighbourhood): SizedWrite {
  const contacts = [...place.changes.contacts].map((contactNo) => contactOf(place, contactNo));
  return {
    name: 'contacts',
    text: `insert into contact as known (account_id, contact_no, root_no, created_at, updated_at, acquisition_kind, acquisition_detail,
        acquisition_at, lawful_basis, restricted_since, objection_since, primaries, archived_at, primaries_at, primary_choices, rev)
      select $1::int, c.contact_no, c.root_no, c.created_at, c.updated_at, c.kind, c.detail, c.at, c.basis, c.restricted, c.objection, c.primaries, c.archived, c.primaries_at, c.choices, stamp.rev
      from stamp, unnest($2::int[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[], $8::timestamptz[],
        $9::text[], $10::timestamptz[], $11::timestamptz[], $12::jsonb[],
        $13::timestamptz[], $14::jsonb[], $15::jsonb[])
        as c(contact_no, root_no, created_at, updated_at, kind, detail, at, basis, restricted, objection, primaries, archived, primaries_at, choices)
      on conflict (account_id, contact_no) do update set root_no = excluded.root_no, created_at = excluded.created_at,
        updated_at = excluded.updated_at, acquisition_kind = excluded.acquisition_kind,
        acquisition_detail = excluded.acquisition_detail, acquisition_at = excluded.acquisition_at,
        lawful_basis = excluded.lawful_basis, restricted_since = excluded.restricted_since, objection_since = excluded.objection_since,
        primaries = excluded.primaries, archived_at = excluded.archived_at, primaries_at = excluded.primaries_at,
        primary_choices = excluded.primary_choices, rev = excluded.rev`,
    values: [
      account,
      ...columns(contacts, ['contactNo', 'rootNo', 'createdAt', 'updatedAt']),
      contacts.map(({ acquisition }) => acquisition?.kind ?? null),
      contacts.map(({ acquisition }) => acquisition?.detail ?? null),
      contacts.map(({ acquisition }) => acquisition?.at ?? null),
      ...columns(contacts, ['lawfulBasis', 'restrictedSince', 'objectionSince']),
      contacts.map(({ primaries }) => JSON.stringify(primaries)),
      ...columns(contacts, ['archivedAt']),
      contacts.map(({ primariesAt }) => JSON.stringify(primariesAt)),
      contacts.map(({ primaryChoices }) => JSON.stringify(primaryChoices)),
    ],
    rows: contacts.length,
  };
}

const rowsOf = ({ identifiers }: Neighbourhood, keys: ReadonlySet<string>) =>
  [...keys].flatMap((key) => identifiers.get(key) ?? []);

function identifierWrite(account: number, place: Neighbourhood): SizedWrite {
  const rows = rowsOf(place, place.changes.identifiers);
  return {
    name: 'identifiers',
    text: `insert into identifier as known (account_id, kind, value, given, contact_no, verified, source, first_seen_at, place, rev)
      select $1::int, i.*, stamp.rev from stamp, unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::boolean[], $7::text[], $8::timestamptz[],
        $9::int[]) as i(kind, value, given, contact_no, verified, source, first_seen_at, place)
      on conflict (account_id, kind, value) do update set given = excluded.given, contact_no = excluded.contact_no,
        verified = excluded.verified, source = excluded.source, first_seen_at = excluded.first_seen_at,
        place = excluded.place, rev = excluded.rev`,
    values: [
      account,
      ...columns(rows, ['kind', 'value', 'given', 'contactNo', 'verified', 'source', 'firstSeenAt', 'place']),
    ],
    rows: rows.length,
  };
}

function decisionWrite(account: number, place: Neighbourhood): SizedWrite {
  const rows = rowsOf(place, place.changes.linked);
  return {
    name: 'decisions',
    text: `insert into link_decision (account_id, rev, kind, value, contact_no, decision, at, actor, reason)
      select $1::int, stamp.rev, d.kind, d.value, d.contact_no, 'LINK', $2::timestamptz, d.source, 'carried by a record'
      from stamp, unnest($3::text[], $4::text[], $5::int[], $6::text[]) as d(kind, value, contact_no, source)`,
    values: [account, place.now, ...columns(rows, ['kind', 'value', 'contactNo', 'source'])],
    rows: rows.length,
  };
}

function unlinkWrite(account: number, { changes, identifiers, now }: Neighbourhood): SizedWrite {
  const rows = changes.unlinked.flatMap(({ key, ...rest }) => {
    const identifier = identifiers.get(key);
    return identifier === undefined ? [] : [{ kind: identifier.kind, value: identifier.value, ...rest }];
  });
  return {
    name: 'unlinked',
    text: `insert into link_decision (account_id, rev, kind, value, contact_no, decision, at, actor, reason)
      select $1::int, stamp.rev, d.kind, d.value, d.contact_no, 'UNLINK', $2::timestamptz, d.actor, d.reason
      from stamp, unnest($3::text[], $4::text[], $5::int[], $6::text[], $7::text[]) as d(kind, value, contact_no, actor, reason)`,
    values: [account, now, ...columns(rows, ['kind', 'value', 'from', 'by', 'reason'])],
    rows: rows.length,
  };
}

const splitKey = (key: string): [number, string] => {
  const space = key.indexOf(' ');
  return [Number(key.slice(0, space)), key.slice(space + 1)];
};

function fieldWrite(account: number, place: Neighbourhood): SizedWrite {
  const rows = [...place.changes.fields].flatMap((key) => {
    const [contactNo, fieldNo] = splitKey(key);
    const state = contactOf(place, contactNo).fields.get(Number(fieldNo));
    return state === undefined
      ? []
      : [{ contactNo, fieldNo: Number(fieldNo), ...state, value: JSON.stringify(state.value) }];
  });
  return {
    name: 'fields',
    text: `insert into field_value as known (account_id, contact_no, field_no, value, source, updated_at, place, repeated_at)
      select $1::int, f.* from unnest($2::int[], $3::int[], $4::jsonb[], $5::text[], $6::timestamptz[], $7::int[], $8::timestamptz[])
        as f(contact_no, field_no, value, source, updated_at, place, repeated_at)
      on conflict (account_id, contact_no, field_no) do update set value = excluded.value, source = excluded.source,
        updated_at = excluded.updated_at, place = excluded.place, repeated_at = excluded.repeated_at`,
    values: [
      account,
      ...columns(rows, ['contactNo', 'fieldNo', 'value', 'source', 'updatedAt', 'place', 'repeatedAt']),
    ],
    rows: rows.length,
  };
}

function tagWrite(account: number, place: Neighbourhood): SizedWrite {
  const rows = [...place.changes.tags].flatMap((key) => {
    const [contactNo, tag] = splitKey(key);
    const state = contactOf(place, contactNo).tags.get(tag);
    return state === undefined ? [] : [{ contactNo, tag, ...state }];
  });
  return {
    name: 'tags',
    text: `insert into tag as known (account_id, contact_no, tag, present, at, place)
      select $1::int, t.* from unnest($2::int[], $3::text[], $4::boolean[], $5::timestamptz[], $6::int[]) as t(contact_no, tag, present, at, place)
      on conflict (account_id, contact_no, tag) do update set present = excluded.present, at = excluded.at, place = excluded.place`,
    values: [account, ...columns(rows, ['contactNo', 'tag', 'present', 'at', 'place'])],
    rows: rows.length,
  };
}

function pastWrite(account: number, { changes }: Neighbourhood): SizedWrite {
  const rows = changes.past.map((state) => ({ ...state, value: JSON.stringify(state.value) }));
  return {
    name: 'past',
    text: `insert into field_history (account_id, contact_no, field_no, rev, entry, value, source, at, place)
      select $1::int, h.contact_no, h.field_no, stamp.rev, h.entry, h.value, h.source, h.at, h.place
      from stamp, unnest($2::int[], $3::int[], $4::jsonb[], $5::text[], $6::timestamptz[], $7::int[])
        with ordinality as h(contact_no, field_no, value, source, at, place, entry)`,
    values: [account, ...columns(rows, ['contactNo', 'fieldNo', 'value', 'source', 'updatedAt', 'place'])],
    rows: rows.length,
  };
}

const consentWrite = (account: number, { changes, now }: Neighbourhood): SizedWrite => ({
  name: 'statements',
  text: `insert into consent_statement (account_id, key, identifier_kind, value, given, topic, state, method, occurred_at, stated_text,
      stated_text_version, ip, user_agent, actor, valid_until, recorded_at, rev)
    select $1::int, s.*, $16::timestamptz, stamp.rev from stamp, unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
      $9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::timestamptz[])
      as s(key, identifier_kind, value, given, topic, state, method, occurred_at, stated_text, stated_text_version, ip, user_agent, actor, valid_until)
    on conflict do nothing`,
  values: [
    account,
    ...columns(changes.consents, [
      'key',
      'identifierKind',
      'value',
      'given',
      'topic',
      'state',
      'method',
      'occurredAt',
      'statedText',
      'statedTextVersion',
      'ip',
      'userAgent',
      'actor',
      'validUntil',
    ]),
    now,
  ],
  rows: changes.consents.length,
});

const auditWrite = (account: number, { changes, now }: Neighbourhood): SizedWrite => ({
  name: 'audit',
  text: `insert into audit_entry (account_id, rev, place, at, actor, action, contact_no, details)
    select $1::int, stamp.rev, a.place, $2::timestamptz, a.actor, a.action, a.contact_no, a.details
    from stamp, unnest($3::text[], $4::text[], $5::int[], $6::jsonb[]) with ordinality as a(actor, action, contact_no, details, place)`,
  values: [
    account,
    now,
    ...columns(changes.audit, ['actor', 'action', 'contactNo']),
    changes.audit.map(({ details }) => JSON.stringify(details)),
  ],
  rows: changes.audit.length,
});
