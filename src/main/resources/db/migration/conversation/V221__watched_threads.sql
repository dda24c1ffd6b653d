-- Threads that somebody follows without having taken part, or wants to hear no more of.
create table thread_watch (
    post_id   bigint      not null references post on delete cascade,
    person_id bigint      not null references person,
    muted     boolean     not null,
    since     timestamptz not null,
    primary key (post_id, person_id)
);
