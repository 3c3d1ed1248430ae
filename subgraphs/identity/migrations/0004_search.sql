-- Search: parts of words without regard to case and accents, within one account. An index over all accounts would read the
-- matches of all of them for each search.
create extension if not exists unaccent;
--> statement-breakpoint
create extension if not exists btree_gin;
--> statement-breakpoint
-- Text as it is searched. `unaccent` alone is not immutable, as its dictionary could be changed; this one names it.
create function search_form(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));
--> statement-breakpoint
drop index identifier_by_part;
--> statement-breakpoint
create index identifier_by_part on identifier using gin (account_id, search_form(value) gin_trgm_ops);
--> statement-breakpoint
drop index field_value_by_part;
--> statement-breakpoint
create index field_value_by_part on field_value using gin (account_id, search_form(value #>> '{}') gin_trgm_ops)
  where jsonb_typeof(value) = 'string';
--> statement-breakpoint
create index tag_by_part on tag using gin (account_id, search_form(tag) gin_trgm_ops) where present;
