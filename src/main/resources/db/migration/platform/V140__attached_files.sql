-- Files that people attach to what they write, beside the pictures made here for people and communities.

alter table file
    add column attached boolean  not null default false,
    add column position smallint not null default 0,
    add column alt      text     not null default '' check (length(alt) <= 1000),
    add column width    int      check (width > 0),
    add column height   int      check (height > 0);

comment on column file.attached is 'Has the name somebody gave it, and is only ever handed out to be saved.';
comment on column file.width is 'With the height, of a picture: of its largest size.';

-- What waits to be published, by owner: for the sum of what somebody keeps here, and for the nightly clearing.
create index file_owner on file (owner) where attached and deleted_at is null;
