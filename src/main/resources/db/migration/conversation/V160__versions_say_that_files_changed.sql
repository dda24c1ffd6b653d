-- A text can be replaced by the same text with other files; which, nobody keeps.

alter table text_version add column refiled boolean not null default false;

comment on column text_version.refiled is 'Whether files came or went when this wording was replaced.';
