-- Whether it is noted who comes and who goes.
alter table segment add column tracked boolean not null default false;
--> statement-breakpoint
-- When each segment in use is looked at, and what was seen.
create table segment_watch (
  account_id integer not null,
  segment_no integer not null,
  -- When it is to be looked at next.
  due_at timestamptz not null,
  -- Until when a process is at it: of several, one is.
  claimed_until timestamptz,
  -- Raised by each claim and by each change of the segment: whoever was at it before writes nothing more.
  claim_no integer not null default 0,
  -- Who is in it by what was noted, as words of bits, little-endian. Null: nobody listens, or it was not looked at yet.
  members bytea,
  primary key (account_id, segment_no)
);
--> statement-breakpoint
create index segment_watch_due on segment_watch (due_at);
--> statement-breakpoint
insert into segment_watch (account_id, segment_no, due_at) select account_id, segment_no, now() from segment where archived_at is null;
--> statement-breakpoint
-- Size by day of UTC: the last figure of the day.
create table segment_size (
  account_id integer not null,
  segment_no integer not null,
  day date not null,
  size integer not null,
  taken_at timestamptz not null,
  primary key (account_id, segment_no, day)
);
--> statement-breakpoint
-- Who came into a segment and who left it, by the rev of the journal.
create table segment_change (
  account_id integer not null,
  rev bigint not null,
  segment_no integer not null,
  contact_no integer not null,
  -- False: left.
  entered boolean not null,
  at timestamptz not null,
  primary key (account_id, rev, segment_no, contact_no)
);
--> statement-breakpoint
create index segment_change_newest on segment_change (account_id, segment_no, rev desc, contact_no);
