-- What people write: posts, comments with one level of replies, reactions, mentions, topics.

create table post (
    id           bigint      generated always as identity primary key,
    kind         text        not null default 'update' check (length(kind) <= 40),
    author_id    bigint      not null references person,
    community_id bigint      references community,
    title        text        check (length(title) <= 200),
    text         text        not null check (length(text) <= 200000),
    language     text        check (length(language) <= 35),
    published_at timestamptz not null,
    active_at    timestamptz not null,
    edited_at    timestamptz,
    source       text        check (length(source) <= 100),
    external_id  text        check (length(external_id) <= 300),
    deleted_at   timestamptz,
    deleted_by   bigint      references person,
    delete_reason text       check (length(delete_reason) <= 2000),
    unique (source, external_id)
);

comment on column post.community_id is 'Null: the author''s own wall.';

create index post_community_newest on post (community_id, published_at desc, id desc) where deleted_at is null;
create index post_community_active on post (community_id, active_at desc, id desc) where deleted_at is null;
create index post_author_newest on post (author_id, published_at desc, id desc) where deleted_at is null;
create index post_wall_active on post (active_at desc, id desc) where deleted_at is null and community_id is null;
create index post_newest on post (published_at desc, id desc) where deleted_at is null;

create table comment (
    id           bigint      generated always as identity primary key,
    post_id      bigint      not null references post,
    reply_to     bigint      references comment,
    author_id    bigint      not null references person,
    text         text        not null check (length(text) <= 10000),
    language     text        check (length(language) <= 35),
    published_at timestamptz not null,
    edited_at    timestamptz,
    source       text        check (length(source) <= 100),
    external_id  text        check (length(external_id) <= 300),
    deleted_at   timestamptz,
    deleted_by   bigint      references person,
    delete_reason text       check (length(delete_reason) <= 2000),
    unique (source, external_id)
);

create index comment_post on comment (post_id, published_at, id);
create index comment_reply_to on comment (reply_to) where reply_to is not null;
create index comment_author on comment (author_id, published_at desc, id desc) where deleted_at is null;

create table post_reaction (
    post_id    bigint      not null references post,
    person_id  bigint      not null references person,
    kind       text        not null check (kind in ('like', 'thanks', 'bravo', 'idea', 'laugh', 'sad')),
    at         timestamptz not null,
    primary key (post_id, person_id, kind)
);

create table comment_reaction (
    comment_id bigint      not null references comment,
    person_id  bigint      not null references person,
    kind       text        not null check (kind in ('like', 'thanks', 'bravo', 'idea', 'laugh', 'sad')),
    at         timestamptz not null,
    primary key (comment_id, person_id, kind)
);

-- Earlier wordings, readable by the author and the community's owners.
create table text_version (
    id         bigint      generated always as identity primary key,
    post_id    bigint      references post,
    comment_id bigint      references comment,
    text       text        not null check (length(text) <= 200000),
    written_at timestamptz not null,
    replaced_at timestamptz not null,
    check (num_nonnulls(post_id, comment_id) = 1)
);

create index text_version_post on text_version (post_id, replaced_at) where post_id is not null;
create index text_version_comment on text_version (comment_id, replaced_at) where comment_id is not null;

create table mention (
    id         bigint generated always as identity primary key,
    post_id    bigint not null references post,
    comment_id bigint references comment,
    person_id  bigint not null references person
);

create unique index mention_once on mention (post_id, coalesce(comment_id, 0), person_id);
create index mention_person on mention (person_id);

create table topic (
    id         bigint      generated always as identity primary key,
    name       text        not null check (length(name) between 1 and 60),
    folded     text        not null unique check (length(folded) <= 120),
    created_at timestamptz not null
);

create index topic_parts on topic using gin (folded gin_trgm_ops);

create table post_topic (
    post_id    bigint not null references post,
    comment_id bigint references comment,
    topic_id   bigint not null references topic
);

create unique index post_topic_once on post_topic (post_id, coalesce(comment_id, 0), topic_id);
create index post_topic_topic on post_topic (topic_id, post_id desc);

create table topic_follow (
    person_id bigint      not null references person,
    topic_id  bigint      not null references topic,
    since     timestamptz not null,
    primary key (person_id, topic_id)
);

create index topic_follow_topic on topic_follow (topic_id);

-- What the viewer may read: an open or own community's posts, and every employee's wall. Place alone decides.
create function readable_posts(viewer bigint) returns setof post
    language sql stable parallel safe
    as $$
    select p.*
      from post p
     where p.deleted_at is null
       and case when p.community_id is null then (select kind = 'employee' from person where id = viewer)
                else p.community_id in (select id from readable_communities(viewer)) end
    $$;
