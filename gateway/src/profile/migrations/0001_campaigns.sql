-- Messages to audiences, until they begin; from then on the channel that sends them has their state.
create table campaign_send (
  account_id integer not null,
  campaign_no integer not null,
  idempotency_key text not null,
  -- Of what was asked under the key.
  digest bytea not null,
  name text not null,
  -- The part that sends it.
  part text not null,
  -- What the channel is told when it begins.
  message jsonb not null,
  -- Whom it is for: one of the two.
  filter jsonb,
  segment_no integer,
  start_at timestamptz not null,
  -- HELD: paused before it began.
  state text not null check (state in ('SCHEDULED', 'HELD', 'BEGUN', 'CANCELED', 'FAILED')),
  -- Until when a process is at beginning it: of several, one is. What is held or canceled keeps it until it is known whether it was begun.
  claimed_until timestamptz,
  failure text,
  created_at timestamptz not null,
  created_by text not null,
  primary key (account_id, campaign_no),
  unique (account_id, idempotency_key)
);
--> statement-breakpoint
create index campaign_send_due on campaign_send (start_at) where state = 'SCHEDULED';
--> statement-breakpoint
create index campaign_send_unsure on campaign_send (claimed_until) where state in ('HELD', 'CANCELED') and claimed_until is not null;
