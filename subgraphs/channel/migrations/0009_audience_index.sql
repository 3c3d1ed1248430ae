-- What is new since a rev, for the audience index: it folds that in before each answer.
create index activity_by_rev on activity (account_id, rev);
--> statement-breakpoint
create index machine_mark_by_rev on machine_mark (account_id, rev);
--> statement-breakpoint
create index consent_entry_by_rev on consent_entry (account_id, rev);
--> statement-breakpoint
create index suppression_entry_by_rev on suppression_entry (account_id, rev);
--> statement-breakpoint
create index address_status_entry_by_rev on address_status_entry (account_id, rev);
--> statement-breakpoint
create index retraction_by_rev on retraction (account_id, rev);
--> statement-breakpoint
-- Addresses whose link, and original contacts whose state, identity changed by a page of its journal. Links go away without a
-- trace; here they leave one. A row for each page, where a rev on every link would be another index over all of them.
create table identity_change (
  account_id integer not null,
  rev bigint not null,
  address_nos integer[] not null,
  contact_nos integer[] not null,
  primary key (account_id, rev)
);
--> statement-breakpoint
-- The audience index as it was at a rev, so that a start need not read every event. Whoever reads it makes sure that it is whole
-- and of the layout it knows, and else does without.
create table audience_snapshot (
  account_id integer primary key,
  layout integer not null,
  rev bigint not null,
  events bigint not null,
  -- Changes with each write: parts belong to it.
  version uuid not null,
  state jsonb not null
);
--> statement-breakpoint
create table audience_snapshot_part (
  account_id integer not null,
  part integer not null,
  bytes bytea not null,
  primary key (account_id, part)
);
--> statement-breakpoint
-- Compressing numbers that hardly repeat takes longer than reading them.
alter table audience_snapshot_part alter column bytes set storage external;
