-- Processes that run jobs. Each counts its beats; whose count stands still is dead or frozen.
create table job_worker (
  worker_id uuid primary key,
  beat bigint not null,
  -- Names under which it locks jobs.
  job_names text[] not null default '{}'
);
