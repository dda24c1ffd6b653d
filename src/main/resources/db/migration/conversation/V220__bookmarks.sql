-- Posts that somebody wants to find again, perhaps be reminded of.
create table bookmark (
    person_id bigint      not null references person,
    post_id   bigint      not null references post on delete cascade,
    since     timestamptz not null,
    remind_at timestamptz,
    primary key (person_id, post_id)
);
comment on column bookmark.remind_at is 'Empty again once they were reminded.';

create index bookmark_newest on bookmark (person_id, since desc, post_id desc);
create index bookmark_post on bookmark (post_id);
create index bookmark_due on bookmark (remind_at) where remind_at is not null;
