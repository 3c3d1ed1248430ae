-- A segment that is archived is in no list, and its name is free.
alter table segment add column archived_at timestamptz;
--> statement-breakpoint
alter table segment drop constraint segment_account_id_name_key;
--> statement-breakpoint
create unique index segment_name on segment (account_id, name) where archived_at is null;
