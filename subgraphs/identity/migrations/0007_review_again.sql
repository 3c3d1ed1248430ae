-- What was approved and taken back since is asked again; what is open or was rejected is not asked a second time.
alter table merge_review drop constraint merge_review_account_id_rule_contact_nos_key;
--> statement-breakpoint
create unique index merge_review_once on merge_review (account_id, rule, contact_nos) where state <> 'APPROVED';
