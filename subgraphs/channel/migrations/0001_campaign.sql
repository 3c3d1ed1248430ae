-- Campaigns that events named, and the days between which they did: what is asked of one is read within them only.
create table campaign_seen (
  account_id integer not null,
  name text not null,
  first_day date not null,
  last_day date not null,
  primary key (account_id, name)
);
--> statement-breakpoint
create index campaign_seen_by_day on campaign_seen (account_id, last_day desc, name desc);
--> statement-breakpoint
insert into campaign_seen (account_id, name, first_day, last_day)
  select account_id, details ->> 'campaign', min(at at time zone 'UTC')::date, max(at at time zone 'UTC')::date from activity
  where details ->> 'campaign' <> '' group by 1, 2;
