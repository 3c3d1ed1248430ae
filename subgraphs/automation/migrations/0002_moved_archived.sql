-- It was moved from another version: what its steps did there is not done again.
alter table enrollment add column moved boolean not null default false;
--> statement-breakpoint
-- What is still to be told of somebody, who may be erased.
create index delivery_waiting on delivery (account_id, enrollment_no) where state = 'WAITING';
--> statement-breakpoint
-- What was told, or given up, is of no more use, and names people.
update delivery set body = '{}' where state <> 'WAITING';
--> statement-breakpoint
-- Whoever is archived leaves; a person is when all contacts they are made of are. Identity is folded anew, so that it is known of all.
alter table contact add column archived boolean not null default false;
--> statement-breakpoint
update journal_fold set rev = 0 where part in ('identity', 'identity owners');
