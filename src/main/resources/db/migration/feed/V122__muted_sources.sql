-- What somebody wants to see less of without leaving it. One's department and one's site are whatever they are that day.

create table feed_muted (
    person_id    bigint      not null references person,
    kind         text        not null check (kind in ('community', 'department', 'site')),
    community_id bigint      references community,
    since        timestamptz not null,
    check ((kind = 'community') = (community_id is not null))
);

create unique index feed_muted_once on feed_muted (person_id, kind, coalesce(community_id, 0));
