-- Two who write at once lose nothing: what is kept says on which version it was written.
alter table draft add column version bigint not null default 1;
alter table draft add column changed_in uuid;
alter table draft add column changed_by bigint references person;
comment on column draft.changed_in is 'The open form that changed it last, which may go on without asking for its version.';
