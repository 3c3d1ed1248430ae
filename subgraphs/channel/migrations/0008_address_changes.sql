-- How often an address of the account was changed or taken away. Numbers of addresses that a process remembers hold as long as this
-- stands still: whoever changes an address, be it by hand, need not know who remembers it. Each row begins anywhere: one that was taken away and made anew is another.
alter table address_counter add column changes bigint not null default (random() * 2 ^ 50)::bigint;
--> statement-breakpoint
create function count_address_change() returns trigger language plpgsql as $$
begin
  insert into address_counter as c (account_id, next_no) values (old.account_id, old.address_no + 1)
    on conflict (account_id) do update set changes = c.changes + 1;
  return null;
end $$;
--> statement-breakpoint
create trigger address_changed after delete or update of account_id, address_no, value on address
  for each row execute function count_address_change();
