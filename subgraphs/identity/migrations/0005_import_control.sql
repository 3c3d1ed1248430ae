-- What the sender of a file chose, and what can be told and done while it is taken in.
alter table import_job
  drop constraint import_job_state_check,
  add constraint import_job_state_check check (state in ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELED')),
  -- Counts and rejected rows are kept of it, and nothing else.
  add column dry_run boolean not null default false,
  add column existing text not null default 'UPDATE' check (existing in ('UPDATE', 'SKIP')),
  add column skipped integer not null default 0,
  -- Measurements by the server's own clock: the last stage or batch, and the time spent on batches.
  add column touched_at timestamptz not null default clock_timestamp(),
  add column worked_ms bigint not null default 0;
--> statement-breakpoint
-- What a file says of the status of an address, for the channel of the address to decide about by its own rules.
create table status_statement (
  account_id integer not null,
  key text not null,
  identifier_kind text not null,
  value text not null,
  given text not null,
  status text not null check (status in ('NORMAL', 'EXPIRED', 'HELD')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  reason text not null,
  actor text not null,
  rev bigint not null,
  primary key (account_id, key)
);
--> statement-breakpoint
create index status_statement_by_rev on status_statement (account_id, rev);
