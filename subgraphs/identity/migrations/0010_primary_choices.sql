-- Identifiers that were set first, by kind, newest first: {"EMAIL": ["ada@work.example", "ada@example.com"]}. The newest that the
-- contact has, as it is shown, is in `primaries`; once a merge is taken back an earlier one may hold again.
alter table contact add column primary_choices jsonb not null default '{}';
--> statement-breakpoint
update contact set primary_choices = (select jsonb_object_agg(p.key, jsonb_build_array(p.value)) from jsonb_each(primaries) p)
where primaries <> '{}';
