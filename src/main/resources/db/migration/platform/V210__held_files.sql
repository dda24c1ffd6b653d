-- A file that waits is held as long as the draft that names it.
alter table file add column held_until timestamptz;
comment on column file.held_until is 'What waits and is named by a draft goes no sooner than this.';
