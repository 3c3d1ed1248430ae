-- A file that is or was taken in. `columns` says what each column of the file means.
create table import_job (
  account_id integer not null,
  job_no integer not null,
  file_name text,
  state text not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
  -- False until the last row of the file arrived.
  received boolean not null,
  header text[] not null,
  columns jsonb not null,
  actor text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  row_count integer not null,
  -- The last row that is done, counted from 1.
  done integer not null,
  created integer not null,
  updated integer not null,
  merged integer not null,
  refused integer not null,
  rejected integer not null,
  failure text,
  primary key (account_id, job_no)
);
--> statement-breakpoint
create index import_job_running on import_job (account_id, job_no) where state = 'RUNNING';
--> statement-breakpoint
-- Rows waiting to be taken in. `problem` is set where the file itself was unreadable there.
create table import_row (
  account_id integer not null,
  job_no integer not null,
  row_no integer not null,
  line integer not null,
  cells text[] not null,
  problem text,
  primary key (account_id, job_no, row_no)
);
--> statement-breakpoint
create table import_rejected_row (
  account_id integer not null,
  job_no integer not null,
  line integer not null,
  cells text[] not null,
  reason text not null,
  primary key (account_id, job_no, line)
);
