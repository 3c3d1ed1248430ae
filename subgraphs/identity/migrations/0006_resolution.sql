-- How the account resolves records: kinds of identifiers, strongest first, and how many of a kind one contact may have.
alter table account
  add column identifier_priority text[] not null default '{EXTERNAL_ID,EMAIL,MOBILE,ANONYMOUS_ID}',
  add column identifier_limits jsonb not null default '{}';
--> statement-breakpoint
-- Order of what was told at the same time: the row of a file.
alter table identifier add column place integer not null default 0;
--> statement-breakpoint
alter table field_value add column place integer not null default 0;
--> statement-breakpoint
alter table tag add column place integer not null default 0;
--> statement-breakpoint
alter table field_definition add column merge_strategy text not null default 'MOST_RECENT';
--> statement-breakpoint
-- Values that are not, or no longer, those of their original contact. Append-only; the present ones are in `field_value`.
create table field_history (
  account_id integer not null,
  contact_no integer not null,
  field_no integer not null,
  rev bigint not null,
  -- Place within the rev.
  entry integer not null,
  value jsonb not null,
  source text not null,
  at timestamptz not null,
  place integer not null,
  primary key (account_id, contact_no, field_no, rev, entry)
);
--> statement-breakpoint
-- Set by staff: the contact is left out of lists and audiences and is otherwise as it was. On each original contact.
alter table contact add column archived_at timestamptz;
--> statement-breakpoint
create index audit_entry_by_contact on audit_entry (account_id, contact_no, rev, place);
