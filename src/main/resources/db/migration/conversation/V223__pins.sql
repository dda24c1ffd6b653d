-- Posts that stand at the top of their community: as many as there are slots, whoever presses at the same moment.
create table pin (
    community_id bigint      not null references community,
    slot         smallint    not null check (slot between 1 and 3),
    post_id      bigint      not null unique references post on delete cascade,
    pinned_by    bigint      not null references person,
    pinned_at    timestamptz not null,
    primary key (community_id, slot)
);
