-- What an account sets on the channel; a setting that is absent has its preset. `cap_window` is the longest window of the
-- frequency caps, kept beside them so that one statement can read both the settings and the sends they count.
create table channel_settings (
  account_id integer primary key,
  settings jsonb not null,
  cap_window interval
);
--> statement-breakpoint
-- Folded from identity: settings of the account that a channel needs.
create table account (
  account_id integer primary key,
  default_region text not null,
  time_zone text not null
);
--> statement-breakpoint
-- IANA name set by hand; null: derived from the address, else the account's.
alter table address add column time_zone text;
--> statement-breakpoint
-- What staff stated of an address. Append-only: EXPIRED parks and NORMAL ends that; HELD holds and UNHELD ends that.
create table address_status_entry (
  account_id integer not null,
  address_no integer not null,
  entry_id uuid not null,
  status text not null check (status in ('EXPIRED', 'NORMAL', 'HELD', 'UNHELD')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  reason text not null,
  actor text not null,
  rev bigint not null,
  primary key (account_id, address_no, entry_id)
);
--> statement-breakpoint
-- Entries of the consent and suppression ledgers that a person found to be mistaken: from then on they count for nothing.
create table retraction (
  account_id integer not null,
  address_no integer not null,
  entry_id uuid not null,
  retracted_at timestamptz not null,
  reason text not null,
  actor text not null,
  rev bigint not null,
  primary key (account_id, address_no, entry_id)
);
--> statement-breakpoint
-- Free text that was taken for a revocation: what it did holds until somebody says that it was none.
create table revocation_review (
  account_id integer not null,
  event_id uuid not null,
  address_no integer not null,
  stated_text text not null,
  occurred_at timestamptz not null,
  decision text check (decision in ('APPROVED', 'REJECTED')),
  decided_at timestamptz,
  reason text,
  actor text,
  rev bigint not null,
  primary key (account_id, event_id)
);
--> statement-breakpoint
create index revocation_review_open on revocation_review (account_id, occurred_at, event_id) where decision is null;
