-- Rev of the followed part's last change of who is shown as whom, as far as it is folded; 0: none.
alter table journal_fold add column moved_rev bigint not null default 0;
