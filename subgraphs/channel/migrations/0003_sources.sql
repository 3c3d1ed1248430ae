-- While a source is rotated, a second secret is valid beside the first.
alter table source add column next_secret bytea;
--> statement-breakpoint
alter table source add column archived_at timestamptz;
--> statement-breakpoint
-- The name of an archived source is free again.
alter table source drop constraint source_account_id_name_key;
--> statement-breakpoint
create unique index source_by_name on source (account_id, name) where archived_at is null;
--> statement-breakpoint
-- What came in by each source: received = fresh + duplicates + skipped. Requests that are not genuine leave their number only.
create table source_count (
  account_id integer not null,
  source_no integer not null,
  received bigint not null default 0,
  fresh bigint not null default 0,
  duplicates bigint not null default 0,
  skipped bigint not null default 0,
  refused bigint not null default 0,
  last_event_at timestamptz,
  primary key (account_id, source_no)
);
--> statement-breakpoint
insert into source_count (account_id, source_no, last_event_at) select account_id, source_no, last_event_at from source
  where last_event_at is not null;
--> statement-breakpoint
alter table source drop column last_event_at;
--> statement-breakpoint
-- Events a source sent that are no activity here, by the name the provider gives them.
create table source_skipped (
  account_id integer not null,
  source_no integer not null,
  name text not null,
  count bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (account_id, source_no, name)
);
--> statement-breakpoint
-- Signatures that do not cover what they sign for are bound to what they first came with.
create table source_token (
  account_id integer not null,
  source_no integer not null,
  token text not null,
  digest bytea not null,
  signed_at timestamptz not null,
  primary key (account_id, source_no, token)
);
--> statement-breakpoint
create index source_token_by_age on source_token (account_id, source_no, signed_at);
--> statement-breakpoint
-- Whose message it is, for providers that do not tell the address with every event of it.
create table message_address (
  account_id integer not null,
  message_id text not null,
  address_no integer not null,
  primary key (account_id, message_id)
);
--> statement-breakpoint
-- Events of messages whose address no event has told yet. They move to `activity` with the first that does.
create table unassigned_event (
  account_id integer not null,
  event_id uuid not null,
  source_no integer not null,
  message_id text not null,
  at timestamptz not null,
  kind smallint not null,
  details jsonb not null,
  primary key (account_id, event_id)
);
--> statement-breakpoint
create index unassigned_event_by_message on unassigned_event (account_id, message_id);
--> statement-breakpoint
-- Append-only: clicks that turned out to be a machine's by what else happened. What is told of an event by itself is in `activity`.
create table machine_mark (
  account_id integer not null,
  address_no integer not null,
  event_id uuid not null,
  rev bigint not null,
  primary key (account_id, address_no, event_id)
);
