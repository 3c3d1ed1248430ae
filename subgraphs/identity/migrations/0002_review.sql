-- What staff decided about a pair that a rule kept apart.
alter table merge_review
  add column state text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'REJECTED')),
  add column decided_at timestamptz,
  add column decided_by text;
