-- Rules for scores. Each change is a version of its own; the newest one counts.
create table score_model (
  account_id integer not null,
  version integer not null,
  rules jsonb not null,
  ranges jsonb not null,
  made_at timestamptz not null,
  primary key (account_id, version)
);
--> statement-breakpoint
-- Audiences with a name. Nobody's membership is stored.
create table segment (
  account_id integer not null,
  segment_no integer not null,
  name text not null,
  filter jsonb not null,
  primary key (account_id, segment_no),
  unique (account_id, name)
);
--> statement-breakpoint
-- Accounts that were given the model and segments everybody begins with; what they delete stays deleted.
create table account_begun (
  account_id integer primary key
);
