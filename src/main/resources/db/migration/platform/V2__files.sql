-- Files by content; addresses are by file id, never by hash.

create table blob (
    sha256     bytea       primary key check (length(sha256) = 32),
    size       bigint      not null check (size >= 0),
    media_type text        not null check (length(media_type) <= 255),
    created_at timestamptz not null
);

create table file (
    id         bigint      generated always as identity primary key,
    blob       bytea       not null references blob,
    owner      bigint,
    place_kind text        not null check (length(place_kind) <= 40),
    place_id   bigint      not null,
    name       text        not null check (length(name) between 1 and 255),
    created_at timestamptz not null,
    deleted_at timestamptz
);

create index file_place on file (place_kind, place_id);
create index file_blob on file (blob);
