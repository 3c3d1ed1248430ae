-- When a value was told again since it was set; null where it was not. What is older does not replace it.
alter table field_value add column repeated_at timestamptz;
--> statement-breakpoint
-- When identifiers were set first by hand or by a file, by kind: {"EMAIL": "2026-03-01T09:30:00.000Z"}.
alter table contact add column primaries_at jsonb not null default '{}';
