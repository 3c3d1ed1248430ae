-- Rev at which contacts of the account were last shown as another one, hidden, shown again, or given identifiers of others. What is new, and
-- what is only said of them, moves nobody: of those two answers may be of different revs, and are of the same contacts all the same.
create table contact_move (
  account_id integer primary key,
  rev bigint not null
);
--> statement-breakpoint
create function note_contact_move() returns trigger language plpgsql as $$
begin
  insert into contact_move as known (account_id, rev) values (new.account_id, new.rev)
  on conflict (account_id) do update set rev = greatest(known.rev, excluded.rev);
  return null;
end
$$;
--> statement-breakpoint
create trigger contact_moved after update on contact for each row
when (old.root_no <> new.root_no or old.archived_at is distinct from new.archived_at or old.erased_at is distinct from new.erased_at)
execute function note_contact_move();
--> statement-breakpoint
create trigger identifier_moved after update on identifier for each row
when (old.contact_no is distinct from new.contact_no)
execute function note_contact_move();
