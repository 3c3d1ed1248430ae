-- Ways out: a provider's account by which messages leave. The secret is sealed.
create table sender (
  account_id integer not null,
  sender_no integer not null,
  name text not null,
  provider text not null,
  secret bytea not null,
  -- Most messages a second, over all processes together.
  per_second integer not null check (per_second > 0),
  -- Up to when the rate is used up.
  used_until timestamptz not null default '-infinity',
  archived_at timestamptz,
  primary key (account_id, sender_no),
  unique (account_id, name)
);
--> statement-breakpoint
-- What messages say. A row never changes: what was sent can be read as it was. Without a key it was given with one send.
create table message_content (
  account_id integer not null,
  content_no integer not null,
  template_key text,
  version integer not null check (version > 0),
  name text not null,
  parts jsonb not null,
  when_missing text not null check (when_missing in ('EMPTY', 'FAIL')),
  digest bytea not null,
  created_at timestamptz not null,
  created_by text not null,
  archived_at timestamptz,
  primary key (account_id, content_no)
);
--> statement-breakpoint
create unique index message_content_by_key on message_content (account_id, template_key, version) where template_key is not null;
--> statement-breakpoint
create unique index message_content_by_digest on message_content (account_id, digest) where template_key is null;
--> statement-breakpoint
-- A message to an audience: whom it is for is settled when it begins, who gets it when each message is claimed.
create table campaign_send (
  account_id integer not null,
  campaign_no integer not null check (campaign_no > 0),
  -- Given by whoever began it: the same twice is one.
  key text not null,
  name text not null,
  sender_no integer not null,
  content_no integer not null,
  topic_no integer not null,
  -- Null: as fast as the sender may.
  per_minute integer check (per_minute > 0),
  used_until timestamptz not null default '-infinity',
  state text not null check (state in ('RUNNING', 'PAUSED', 'CANCELED', 'DONE')),
  -- Bit n stands for contact number n.
  contacts bytea not null,
  size integer not null,
  -- Contacts up to this number have their message.
  queued_to integer not null default -1,
  created_at timestamptz not null,
  created_by text not null,
  primary key (account_id, campaign_no),
  unique (account_id, key)
);
--> statement-breakpoint
create table message (
  account_id integer not null,
  message_no bigint generated always as identity,
  -- As it was asked for; who has the address is found out at the claim.
  contact_no integer not null,
  -- Primary address at the claim, or at the early no.
  address_no integer,
  sender_no integer not null,
  -- 0: sent by itself.
  campaign_no integer not null default 0,
  content_no integer not null,
  topic_no integer not null,
  variables jsonb not null,
  idempotency_key text,
  -- Of what was asked under the key.
  digest bytea,
  state text not null check (state in ('QUEUED', 'CLAIMED', 'SENT', 'SKIPPED', 'FAILED', 'UNKNOWN', 'REVIEW', 'CANCELED')),
  -- Every change counts it on; whoever acts upon a message names the version it saw.
  version integer not null default 1,
  due_at timestamptz not null,
  queued_at timestamptz not null,
  queued_by text not null,
  -- The checks when it was queued, and those of record, which the claim made.
  early_decision jsonb,
  decision jsonb,
  skipped_because text,
  attempts smallint not null default 0,
  claimed_at timestamptz,
  claimed_by uuid,
  ended_at timestamptz,
  provider_message_id text,
  error_code text,
  error_detail text,
  rev bigint not null,
  primary key (account_id, message_no)
);
--> statement-breakpoint
create unique index message_by_idempotency_key on message (account_id, idempotency_key) where idempotency_key is not null;
--> statement-breakpoint
create index message_due on message (account_id, sender_no, campaign_no, due_at, message_no) where state = 'QUEUED';
--> statement-breakpoint
create index message_open on message (state, claimed_by, account_id) where state in ('CLAIMED', 'UNKNOWN');
--> statement-breakpoint
create index message_on_review on message (account_id, message_no) where state = 'REVIEW';
--> statement-breakpoint
create index message_by_contact on message (account_id, contact_no, message_no desc);
--> statement-breakpoint
create index message_by_campaign on message (account_id, campaign_no, message_no) where campaign_no > 0;
--> statement-breakpoint
create index message_by_provider_id on message (account_id, provider_message_id) where provider_message_id is not null;
--> statement-breakpoint
-- Processes that send. Each counts its beats; whose count stands still is dead or frozen.
create table send_worker (
  worker_id uuid primary key,
  beat bigint not null
);
--> statement-breakpoint
-- Messages that were not to leave this machine.
create table outbox_message (
  account_id integer not null,
  message_no bigint not null,
  at timestamptz not null,
  recipient text not null,
  content jsonb not null,
  primary key (account_id, message_no)
);
--> statement-breakpoint
-- Links of messages that have no room for the whole address. By the code alone: nothing else is known of who follows one.
create table short_link (
  code text primary key,
  account_id integer not null,
  message_no bigint not null,
  address_no integer not null,
  url text not null
);
--> statement-breakpoint
create index short_link_by_message on short_link (account_id, message_no);
