-- Of a question: when the grant that answers it ends by itself; null: never. Null for every other entry.
alter table consent_entry add column grant_until timestamptz;
