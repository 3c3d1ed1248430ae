-- Addresses of the channel. `address_no` is dense within the account: a key in tables and a place in arrays.
create table address (
  account_id integer not null,
  address_no integer not null,
  value text not null,
  given text not null,
  introduced_at timestamptz not null,
  -- What identity should note as the origin of a contact; null where identity told us of the address.
  acquisition jsonb,
  rev bigint not null,
  primary key (account_id, address_no),
  unique (account_id, value)
);
--> statement-breakpoint
create index address_by_rev on address (account_id, rev) where acquisition is not null;
--> statement-breakpoint
create table address_counter (
  account_id integer primary key,
  next_no integer not null
);
--> statement-breakpoint
-- Subjects people can subscribe to. Number 0 stands for the whole channel and has no row.
create table topic (
  account_id integer not null,
  topic_no integer not null check (topic_no > 0),
  key text not null,
  name text not null,
  primary key (account_id, topic_no),
  unique (account_id, key)
);
--> statement-breakpoint
-- Append-only. What holds is derived by folding the entries in the order in which they happened.
create table consent_entry (
  account_id integer not null,
  address_no integer not null,
  entry_id uuid not null,
  topic_no integer not null,
  state text not null check (state in ('GRANTED', 'WITHDRAWN', 'DENIED', 'PENDING')),
  method text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  stated_text text,
  stated_text_version text,
  ip text,
  user_agent text,
  valid_until timestamptz,
  rev bigint not null,
  primary key (account_id, address_no, entry_id)
);
--> statement-breakpoint
create table suppression_entry (
  account_id integer not null,
  address_no integer not null,
  entry_id uuid not null,
  reason text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  detail text,
  rev bigint not null,
  primary key (account_id, address_no, entry_id)
);
--> statement-breakpoint
-- First receipt of events whose provider states no repeatable time: the same event again gets the same time.
create table receipt (
  account_id integer not null,
  event_id uuid not null,
  at timestamptz not null,
  primary key (account_id, event_id)
);
--> statement-breakpoint
-- What happened to an address. The time leads the key, so that rows are inserted at the end of the index.
create table activity (
  account_id integer not null,
  at timestamptz not null,
  event_id uuid not null,
  address_no integer not null,
  kind smallint not null,
  machine boolean not null,
  message_id text,
  details jsonb,
  rev bigint not null,
  primary key (account_id, at, event_id)
) partition by range (at);
--> statement-breakpoint
create table activity_default partition of activity default;
--> statement-breakpoint
create index activity_by_address on activity (account_id, address_no, at desc, event_id desc) include (kind, machine);
--> statement-breakpoint
-- Makes the partitions of 100 days that cover the time between two moments and are not there yet.
create function ensure_activity_partitions(since timestamptz, until timestamptz) returns void language plpgsql as $$
declare
  days constant integer := 100;
  first_no integer := floor(extract(epoch from since) / (days * 86400));
  last_no integer := floor(extract(epoch from until) / (days * 86400));
begin
  for place in first_no..last_no loop
    if to_regclass(format('activity_%s', place)) is null then
      execute format('create table activity_%s partition of activity for values from (%L) to (%L)', place,
        to_timestamp(place::bigint * days * 86400), to_timestamp((place + 1)::bigint * days * 86400));
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- Older activity lands in the default partition.
select ensure_activity_partitions(now() - interval '3 years', now() + interval '1 year');
--> statement-breakpoint
-- Where provider events come from. The secret is sealed.
create table source (
  account_id integer not null,
  source_no integer not null,
  name text not null,
  provider text not null,
  secret bytea not null,
  last_event_at timestamptz,
  primary key (account_id, source_no),
  unique (account_id, name)
);
--> statement-breakpoint
-- Folded from identity: original contacts, whom each is shown as, and what the law says of them.
create table contact (
  account_id integer not null,
  contact_no integer not null,
  root_no integer not null,
  restricted_since timestamptz,
  objection_since timestamptz,
  erased_at timestamptz,
  primary_address_no integer,
  primary key (account_id, contact_no)
);
--> statement-breakpoint
create index contact_by_root on contact (account_id, root_no);
--> statement-breakpoint
-- Folded from identity: to which original contact an address belongs.
create table link (
  account_id integer not null,
  address_no integer not null,
  contact_no integer not null,
  first_seen_at timestamptz not null,
  primary key (account_id, address_no)
);
--> statement-breakpoint
create index link_by_contact on link (account_id, contact_no);
