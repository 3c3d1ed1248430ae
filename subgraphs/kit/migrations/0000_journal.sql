-- Newest rev of each account of this owner. Its row lock orders the commits of the account.
create table journal_head (
  account_id integer primary key,
  rev bigint not null,
  changed_at timestamptz not null
);
--> statement-breakpoint
-- How far this owner has followed the journal of another part.
create table journal_fold (
  part text not null,
  account_id integer not null,
  rev bigint not null,
  primary key (part, account_id)
);
