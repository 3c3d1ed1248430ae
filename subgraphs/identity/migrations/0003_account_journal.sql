-- Channels need the account's region and time zone: the account is told in the journal, those that exist once more.
alter table account add column rev bigint not null default 0;
--> statement-breakpoint
with head as (
  insert into journal_head as head (account_id, rev, changed_at) select account_id, 1, clock_timestamp() from account
  on conflict (account_id) do update set rev = head.rev + 1, changed_at = clock_timestamp() returning account_id, rev)
update account set rev = head.rev from head where head.account_id = account.account_id;
