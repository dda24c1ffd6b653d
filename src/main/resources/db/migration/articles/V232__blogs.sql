-- The articles of a person or a community, and the private addresses at which people's feed readers ask for them.

create index post_author_articles on post (author_id, published_at desc, id desc)
    where kind = 'article' and deleted_at is null;
create index post_community_articles on post (community_id, published_at desc, id desc)
    where kind = 'article' and deleted_at is null;

create table blog_feed (
    person_id    bigint      not null references person,
    subject_kind text        not null check (subject_kind in ('person', 'community')),
    subject_id   bigint      not null,
    token_hash   bytea       not null unique check (octet_length(token_hash) = 32),
    created_at   timestamptz not null,
    primary key (person_id, subject_kind, subject_id)
);
comment on table blog_feed is 'Whose feed it is decides what is in it, each time it is asked for.';
comment on column blog_feed.token_hash is 'SHA-256 of the last part of the address, which is shown once.';
