-- Characters of a row, by which batches and pages are bounded: a row may be large. Rows from before count as small.
alter table import_row add column size integer not null default 0;
--> statement-breakpoint
alter table import_rejected_row add column size integer not null default 0;
