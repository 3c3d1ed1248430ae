create extension if not exists pg_trgm;
--> statement-breakpoint
create table account (
  account_id integer primary key generated always as identity,
  name text not null unique,
  default_region text not null,
  time_zone text not null,
  -- Beside the values the platform blocks for all; as matched.
  blocked_values text[] not null,
  -- As matched, without their kind.
  shared_identifiers text[] not null,
  created_at timestamptz not null
);
--> statement-breakpoint
-- Keys are kept as hashes only.
create table api_key (
  account_id integer not null references account,
  key_no integer not null,
  name text not null,
  role text not null,
  hash text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (account_id, key_no)
);
--> statement-breakpoint
create table contact_counter (
  account_id integer primary key,
  next_contact_no integer not null,
  next_merge_no integer not null,
  next_review_no integer not null
);
--> statement-breakpoint
-- Original contacts: never rewritten by a merge. `root_no` follows from the merge edges: the contact it is shown as.
create table contact (
  account_id integer not null,
  contact_no integer not null,
  root_no integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  acquisition_kind text,
  acquisition_detail text,
  acquisition_at timestamptz,
  lawful_basis text,
  restricted_since timestamptz,
  objection_since timestamptz,
  erasure_requested_at timestamptz,
  erased_at timestamptz,
  -- Identifiers set by hand as the first of their kind: {"EMAIL": "ada@example.com"}.
  primaries jsonb not null,
  rev bigint not null,
  primary key (account_id, contact_no)
);
--> statement-breakpoint
create index contact_by_root on contact (account_id, root_no);
--> statement-breakpoint
create index contact_by_rev on contact (account_id, rev);
--> statement-breakpoint
-- To which original contact an identifier belongs now; the ledger of how that came is `link_decision`.
create table identifier (
  account_id integer not null,
  kind text not null,
  value text not null,
  given text not null,
  contact_no integer,
  verified boolean not null,
  source text not null,
  first_seen_at timestamptz not null,
  rev bigint not null,
  primary key (account_id, kind, value)
);
--> statement-breakpoint
create index identifier_by_contact on identifier (account_id, contact_no);
--> statement-breakpoint
create index identifier_by_rev on identifier (account_id, rev);
--> statement-breakpoint
create index identifier_by_part on identifier using gin (value gin_trgm_ops);
--> statement-breakpoint
create table link_decision (
  account_id integer not null,
  rev bigint not null,
  kind text not null,
  value text not null,
  contact_no integer not null,
  decision text not null check (decision in ('LINK', 'UNLINK')),
  at timestamptz not null,
  actor text not null,
  reason text not null,
  primary key (account_id, rev, kind, value, decision)
);
--> statement-breakpoint
-- A decision that contacts are one person. Undone by retracting it; its edges are between original contacts.
create table merge (
  account_id integer not null,
  merge_no integer not null,
  survivor_no integer not null,
  absorbed_nos integer[] not null,
  at timestamptz not null,
  reason text,
  actor text not null,
  retracted_at timestamptz,
  retracted_by text,
  primary key (account_id, merge_no)
);
--> statement-breakpoint
create table merge_edge (
  account_id integer not null,
  merge_no integer not null,
  one_no integer not null,
  other_no integer not null,
  active boolean not null,
  primary key (account_id, merge_no, one_no, other_no)
);
--> statement-breakpoint
create index merge_edge_by_one on merge_edge (account_id, one_no) where active;
--> statement-breakpoint
create index merge_edge_by_other on merge_edge (account_id, other_no) where active;
--> statement-breakpoint
-- Contacts that were unmerged: the next record that carries identifiers of both goes to review.
create table separation (
  account_id integer not null,
  one_no integer not null,
  other_no integer not null,
  at timestamptz not null,
  primary key (account_id, one_no, other_no)
);
--> statement-breakpoint
create index separation_by_other on separation (account_id, other_no);
--> statement-breakpoint
create table merge_review (
  account_id integer not null,
  review_no integer not null,
  at timestamptz not null,
  rule text not null,
  detail text not null,
  contact_nos integer[] not null,
  primary key (account_id, review_no),
  unique (account_id, rule, contact_nos)
);
--> statement-breakpoint
create table field_definition (
  account_id integer not null,
  field_no integer not null,
  key text not null,
  label text not null,
  type text not null,
  options text[],
  primary key (account_id, field_no),
  unique (account_id, key)
);
--> statement-breakpoint
-- Values stay on their original contact; JSON null is a field that was emptied.
create table field_value (
  account_id integer not null,
  contact_no integer not null,
  field_no integer not null,
  value jsonb not null,
  source text not null,
  updated_at timestamptz not null,
  primary key (account_id, contact_no, field_no)
);
--> statement-breakpoint
create index field_value_by_part on field_value using gin (lower(value #>> '{}') gin_trgm_ops);
--> statement-breakpoint
-- A removed tag keeps its row: while merged, the newest word of all originals holds.
create table tag (
  account_id integer not null,
  contact_no integer not null,
  tag text not null,
  present boolean not null,
  at timestamptz not null,
  primary key (account_id, contact_no, tag)
);
--> statement-breakpoint
-- Evidence of consent that came with an import, for the channel of the address to take into its ledger.
create table consent_statement (
  account_id integer not null,
  key text not null,
  identifier_kind text not null,
  value text not null,
  given text not null,
  topic text,
  state text not null,
  method text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  stated_text text,
  stated_text_version text,
  ip text,
  user_agent text,
  actor text not null,
  valid_until timestamptz,
  rev bigint not null,
  primary key (account_id, key)
);
--> statement-breakpoint
create index consent_statement_by_rev on consent_statement (account_id, rev);
--> statement-breakpoint
-- Append-only: who changed what, when.
create table audit_entry (
  account_id integer not null,
  rev bigint not null,
  place integer not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  contact_no integer,
  details jsonb not null,
  primary key (account_id, rev, place)
);
