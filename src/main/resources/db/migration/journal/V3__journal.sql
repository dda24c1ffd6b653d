-- Every change that someone else may care about, written in the transaction of the change. A sequence is not in commit
-- order, so a row gets its position afterwards, when every transaction that began before its own has ended.

create sequence journal_id;

create table journal (
    id            bigint      not null default nextval('journal_id'),
    inserted_at   timestamptz not null,
    xid           xid8        not null default pg_current_xact_id(),
    position      bigint,
    actor         bigint,
    verb          text        not null,
    object_kind   text        not null,
    object_id     bigint      not null,
    target_kind   text,
    target_id     bigint,
    audience_kind text,
    audience_id   bigint,
    quiet         boolean     not null default false,
    primary key (id, inserted_at),
    check ((target_kind is null) = (target_id is null)),
    check ((audience_kind is null) = (audience_id is null))
) partition by range (inserted_at);

alter sequence journal_id owned by journal.id;

create index journal_unstamped on journal (xid, id) where position is null;
create index journal_position on journal (position) where position is not null;

-- Months are attached ahead of time; what finds no month is kept here rather than refused.
create table journal_default partition of journal default;

-- The newest position. Uniqueness cannot be declared across partitions: the stamper keeps it, one at a time.
create table journal_head (
    only_one boolean primary key default true check (only_one),
    position bigint not null
);

insert into journal_head (position) values (0);

create table journal_cursor (
    name     text   primary key,
    position bigint not null
);

-- Entries a reader failed on by themselves, set aside so that the others could go on.
create table journal_parked (
    reader    text        not null,
    position  bigint      not null,
    error     text        not null,
    parked_at timestamptz not null,
    primary key (reader, position)
);
