-- Whether an entry is of a change to many: such a one counts only if at its time the address was normal or parked.
alter table address_status_entry add column bulk boolean not null default false;
--> statement-breakpoint
update address_status_entry set bulk = true where actor like 'import:%';
