-- What comes to a person: where they stopped reading, and what newcomers begin with.

create table feed_visit (
    person_id        bigint      not null references person,
    view             text        not null check (view in ('for-me', 'following', 'company')),
    seen_at          timestamptz not null,
    previous_seen_at timestamptz,
    primary key (person_id, view)
);

comment on table feed_visit is 'seen_at: when the latest visit of the view began. What came since the visit before it is marked.';

create table newcomer_start (
    kind text   not null check (kind in ('person', 'community')),
    id   bigint not null,
    primary key (kind, id)
);

create table newcomer (
    person_id  bigint      primary key references person,
    started_at timestamptz not null
);

comment on table newcomer is 'Who has been given what newcomers start with; nobody is given it twice.';

create index post_author_active on post (author_id, active_at desc, id desc) where deleted_at is null;
create index post_active on post (active_at desc, id desc) where deleted_at is null;
create index post_wall_author on post (active_at desc, id desc) include (author_id, community_id)
    where deleted_at is null and community_id is null;
