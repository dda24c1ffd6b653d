-- A text names a community by its number alone, @[](community:12): who reads it is told the name only where they find it.

create table community_mention (
    post_id      bigint not null references post on delete cascade,
    comment_id   bigint references comment on delete cascade,
    community_id bigint not null references community
);
comment on table community_mention is 'Communities that a text mentions and its author found when it was written.';

create unique index community_mention_once on community_mention (post_id, coalesce(comment_id, 0), community_id);
create index community_mention_comment on community_mention (comment_id) where comment_id is not null;
create index community_mention_community on community_mention (community_id);
