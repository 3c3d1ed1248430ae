-- Several models: each is versions under a name.
alter table score_model add column name text not null default 'Default';
--> statement-breakpoint
alter table score_model alter column name drop default;
--> statement-breakpoint
alter table score_model drop constraint score_model_pkey;
--> statement-breakpoint
alter table score_model add primary key (account_id, name, version);
--> statement-breakpoint
-- The model of scores of which none is named.
alter table account_begun add column default_model text not null default 'Default';
