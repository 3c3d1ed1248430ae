-- What people did on sites and in apps, at the identifier it came with: a visitor is not a contact until identity knows better.
create table behavior (
  account_id integer not null,
  -- Of the caller's dedupe key.
  event_id uuid not null,
  identifier_kind text not null,
  identifier_value text not null,
  name text not null,
  at timestamptz not null,
  properties jsonb not null,
  rev bigint not null,
  primary key (account_id, event_id)
);
--> statement-breakpoint
create index behavior_by_identifier on behavior (account_id, identifier_kind, identifier_value, at desc, event_id desc);
--> statement-breakpoint
create index behavior_by_name on behavior (account_id, name, at);
--> statement-breakpoint
create table workflow (
  account_id integer not null,
  workflow_no integer not null,
  name text not null,
  primary key (account_id, workflow_no),
  unique (account_id, name)
);
--> statement-breakpoint
create table workflow_version (
  account_id integer not null,
  workflow_no integer not null,
  version integer not null,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'PAUSED', 'ARCHIVED')),
  made_at timestamptz not null,
  primary key (account_id, workflow_no, version)
);
--> statement-breakpoint
-- A contact's way through one version of a workflow. Stays with its original contact.
create table enrollment (
  account_id integer not null,
  enrollment_no integer not null,
  -- Whoever records it names it; the same name is the same enrollment.
  key text not null,
  contact_no integer not null,
  workflow_no integer not null,
  version integer not null,
  state text not null check (state in ('ACTIVE', 'WAITING', 'COMPLETED', 'EXITED', 'FAILED')),
  entered_at timestamptz not null,
  exited_at timestamptz,
  exit_reason text,
  current_step text,
  rev bigint not null,
  primary key (account_id, enrollment_no),
  unique (account_id, key)
);
--> statement-breakpoint
create index enrollment_by_contact on enrollment (account_id, contact_no);
--> statement-breakpoint
create table triggered_message (
  account_id integer not null,
  message_no integer not null,
  enrollment_no integer not null,
  key text not null,
  channel text not null,
  status text not null check (status in ('QUEUED', 'SKIPPED', 'SENT', 'DELIVERED', 'FAILED')),
  skipped_because text,
  decided_at timestamptz not null,
  sent_at timestamptz,
  step text not null,
  rev bigint not null,
  primary key (account_id, message_no),
  unique (account_id, enrollment_no, key)
);
--> statement-breakpoint
create index triggered_message_by_enrollment on triggered_message (account_id, enrollment_no);
--> statement-breakpoint
-- Every step and decision. Append-only.
create table enrollment_log (
  account_id integer not null,
  enrollment_no integer not null,
  place integer not null,
  at timestamptz not null,
  step text not null,
  decision text not null,
  detail text,
  message_no integer,
  primary key (account_id, enrollment_no, place)
);
--> statement-breakpoint
-- A time in which messages of several channels belong together.
create table campaign (
  account_id integer not null,
  key text not null,
  name text not null,
  channels text[] not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (account_id, key)
);
--> statement-breakpoint
-- Folded from identity: original contacts, and whom each is shown as.
create table contact (
  account_id integer not null,
  contact_no integer not null,
  root_no integer not null,
  primary key (account_id, contact_no)
);
--> statement-breakpoint
create index contact_by_root on contact (account_id, root_no);
--> statement-breakpoint
-- Folded from identity: to which original contact an identifier belongs.
create table link (
  account_id integer not null,
  kind text not null,
  value text not null,
  contact_no integer not null,
  primary key (account_id, kind, value)
);
--> statement-breakpoint
create index link_by_contact on link (account_id, contact_no);
