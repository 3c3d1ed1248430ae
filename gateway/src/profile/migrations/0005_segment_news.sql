-- Something happened since it was claimed: it is looked at once more.
alter table segment_watch add column news boolean not null default false;
--> statement-breakpoint
-- It could not be asked: it waits for its time, whatever happens meanwhile.
alter table segment_watch add column put_off boolean not null default false;
--> statement-breakpoint
-- Accounts that were looked at a moment ago.
create table segment_rest (
  account_id integer primary key,
  -- Until when it is left alone.
  until timestamptz not null,
  -- By when looking at it has taken no more than its share of the time, if it is not looked at before.
  even_at timestamptz not null
);
--> statement-breakpoint
create index segment_tracked on segment (account_id) where tracked;
