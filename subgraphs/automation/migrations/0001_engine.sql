-- What a version does, as it was given; null for a workflow that another system ran. A version that was published never changes.
alter table workflow_version add column definition jsonb;
--> statement-breakpoint
alter table workflow_version add column published_at timestamptz;
--> statement-breakpoint
update workflow_version set published_at = made_at where state <> 'DRAFT';
--> statement-breakpoint
-- Live triggers, by what they listen to: whoever reads a journal looks here first.
create table workflow_trigger (
  account_id integer not null,
  workflow_no integer not null,
  version integer not null,
  -- ACTIVITY, BEHAVIOR, SEGMENT, DATE or MANUAL.
  kind text not null,
  -- Number of the segment, name of the behavior or key of the date field. Null: matched by the definition alone.
  listens_to text,
  primary key (account_id, workflow_no)
);
--> statement-breakpoint
create index workflow_trigger_by_kind on workflow_trigger (account_id, kind, listens_to);
--> statement-breakpoint
-- Who is to enter, in the order noted. Decided by the engine, which asks the entry filter and the re-entry rule, and then gone.
create table entry (
  account_id integer not null,
  entry_no bigint generated always as identity,
  workflow_no integer not null,
  -- Original contact under which the cause came; whoever it is shown as by then enters.
  contact_no integer not null,
  -- What happened, in one sentence, and when.
  cause text not null,
  at timestamptz not null,
  claimed_by uuid,
  primary key (account_id, entry_no)
);
--> statement-breakpoint
create index entry_free on entry (account_id, entry_no) where claimed_by is null;
--> statement-breakpoint
create index entry_claimed on entry (claimed_by) where claimed_by is not null;
--> statement-breakpoint
-- Days of date triggers that are done: nobody enters twice for one.
create table date_trigger_day (
  account_id integer not null,
  workflow_no integer not null,
  day date not null,
  primary key (account_id, workflow_no, day)
);
--> statement-breakpoint
-- What happened at an identifier that is nobody's yet. Triggers once it is a contact's, and is forgotten after `until`.
create table unidentified_event (
  account_id integer not null,
  event_no bigint generated always as identity,
  identifier_kind text not null,
  identifier_value text not null,
  -- Who would enter and who is waited for by it, as `HeardEvent` has it.
  event jsonb not null,
  until timestamptz not null,
  primary key (account_id, event_no)
);
--> statement-breakpoint
create index unidentified_event_by_identifier on unidentified_event (account_id, identifier_kind, identifier_value);
--> statement-breakpoint
create index unidentified_event_until on unidentified_event (until);
--> statement-breakpoint
-- What happened a moment ago that a step of a workflow may wait for: whoever comes to the step meanwhile finds it here.
create table awaited_event (
  account_id integer not null,
  event_no bigint generated always as identity,
  contact_no integer not null,
  workflow_no integer not null,
  version integer not null,
  step text not null,
  at timestamptz not null,
  cause text not null,
  -- Of the message it is about, where only messages of the enrollment itself count.
  channel text,
  send_id text,
  until timestamptz not null,
  primary key (account_id, event_no)
);
--> statement-breakpoint
create index awaited_event_by_contact on awaited_event (account_id, contact_no);
--> statement-breakpoint
create index awaited_event_until on awaited_event (until);
--> statement-breakpoint
-- Events are read by rev, as those of channels are.
create index behavior_by_rev on behavior (account_id, rev);
--> statement-breakpoint
-- As whom a contact was shown before, and since when it is shown as another one: what merges and partings bring about triggers nothing.
alter table contact add column former_root_no integer, add column root_since timestamptz;
--> statement-breakpoint
create index contact_by_former_root on contact (account_id, former_root_no) where former_root_no is not null;
--> statement-breakpoint
alter table enrollment
  -- False: recorded as another system ran it; the engine never touches it.
  add column run boolean not null default false,
  -- Raised by every claim and every write: whoever was at it before writes nothing more.
  add column fence integer not null default 0,
  add column claimed_by uuid,
  -- When the current step is to be looked at. Null: waits for something to happen, stands still, or has left.
  add column due_at timestamptz,
  -- When it came to the current step: what it waits for must happen after.
  add column step_since timestamptz,
  -- What it waits for beside a time: EVENT, FILTER or SEND. Null: for nothing.
  add column waits_for text check (waits_for in ('EVENT', 'FILTER', 'SEND')),
  -- What woke it, in one sentence; read and emptied when the step goes on.
  add column woken_by text,
  -- Stands still: PAUSED with its workflow, MERGED with a contact that is or was in the same one. `parked_due` is its due_at for later.
  add column parked text check (parked in ('PAUSED', 'MERGED')),
  add column parked_due timestamptz,
  add column cause text,
  add column log_count integer not null default 0,
  -- Named are those that another system ran: a name for each that the engine runs would cost an index entry with every change.
  alter column key drop not null,
  drop constraint enrollment_account_id_key_key;
--> statement-breakpoint
create unique index enrollment_by_key on enrollment (account_id, key) where key is not null;
--> statement-breakpoint
-- The unique one by enrollment and key begins with the same columns.
drop index triggered_message_by_enrollment;
--> statement-breakpoint
create unique index enrollment_once on enrollment (account_id, workflow_no, contact_no) where run and state in ('ACTIVE', 'WAITING');
--> statement-breakpoint
create index enrollment_due on enrollment (account_id, due_at, enrollment_no) where due_at is not null and claimed_by is null;
--> statement-breakpoint
create index enrollment_claimed on enrollment (claimed_by) where claimed_by is not null;
--> statement-breakpoint
create index enrollment_waiting on enrollment (account_id, waits_for, workflow_no, version, current_step) where waits_for is not null;
--> statement-breakpoint
create index enrollment_merged_away on enrollment (account_id) where parked = 'MERGED';
--> statement-breakpoint
create index enrollment_parked on enrollment (account_id, workflow_no) where parked is not null;
--> statement-breakpoint
create index enrollment_inside on enrollment (account_id, workflow_no, version, current_step) where run and state in ('ACTIVE', 'WAITING');
--> statement-breakpoint
alter table triggered_message
  -- Id of the send at the channel. Null: it was never asked for there.
  add column send_id text,
  -- It was asked for, and nobody has told yet that it left: the channel may have told before this row was there, and is asked once more.
  add column unconfirmed boolean not null default false;
--> statement-breakpoint
create index triggered_message_unconfirmed on triggered_message (account_id, decided_at, message_no) where unconfirmed;
--> statement-breakpoint
create index triggered_message_by_send on triggered_message (account_id, channel, send_id) where send_id is not null;
--> statement-breakpoint
-- When the filters that people inside wait for, leave by or aim at are asked of the whole account next.
create table watch_due (
  account_id integer not null primary key,
  due_at timestamptz not null
);
--> statement-breakpoint
create table webhook_endpoint (
  account_id integer not null,
  endpoint_no integer not null,
  name text not null,
  url text not null,
  -- Sealed.
  secret bytea not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (account_id, endpoint_no),
  unique (account_id, name)
);
--> statement-breakpoint
-- What is told to partners and staff. Written with the step that tells it, and sent by whoever claims it.
create table delivery (
  account_id integer not null,
  delivery_no bigint generated always as identity,
  enrollment_no integer not null,
  step text not null,
  -- One of both.
  endpoint_no integer,
  email text,
  body jsonb not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED')),
  attempts integer not null default 0,
  made_at timestamptz not null,
  due_at timestamptz,
  claimed_by uuid,
  ended_at timestamptz,
  error text,
  primary key (account_id, delivery_no)
);
--> statement-breakpoint
create index delivery_due on delivery (account_id, due_at) where state = 'WAITING' and claimed_by is null;
--> statement-breakpoint
create index delivery_ended on delivery (ended_at) where ended_at is not null;
--> statement-breakpoint
create index delivery_claimed on delivery (claimed_by) where claimed_by is not null;
--> statement-breakpoint
-- How many enrollments and messages were numbered. Numbers are taken ahead, and some are never used.
create table record_count (
  account_id integer primary key,
  enrollments integer not null,
  messages integer not null
);
--> statement-breakpoint
insert into record_count (account_id, enrollments, messages)
  select e.account_id, max(e.enrollment_no), coalesce((select max(m.message_no) from triggered_message m where m.account_id = e.account_id), 0)
  from enrollment e group by e.account_id;
