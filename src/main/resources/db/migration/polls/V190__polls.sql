-- Polls: beside the post that asks, its choices and how often each was taken.

create table poll (
    post_id     bigint      primary key references post,
    multiple    boolean     not null,
    secret      boolean     not null,
    at_end      boolean     not null,
    extensible  boolean     not null,
    ends_at     timestamptz not null,
    voters      bigint      not null default 0,
    check (at_end or not secret)
);
comment on column poll.at_end is 'Results are shown once it is over; otherwise to whoever has voted.';
comment on column poll.extensible is 'Whoever may vote adds choices.';

create table poll_option (
    id       bigint   generated always as identity primary key,
    post_id  bigint   not null references poll,
    position smallint not null,
    text     text     not null check (length(text) between 1 and 200),
    votes    bigint   not null default 0,
    unique (post_id, position)
);

-- Who has voted. Without a time and without the choice, in open polls too.
create table poll_voter (
    post_id   bigint not null references poll,
    person_id bigint not null references person,
    primary key (post_id, person_id)
);

-- What was chosen, in open polls only: of a secret one nothing is kept but the numbers above.
create table poll_vote (
    option_id bigint      not null references poll_option,
    person_id bigint      not null references person,
    at        timestamptz not null,
    primary key (option_id, person_id)
);
create index poll_vote_latest on poll_vote (option_id, at desc, person_id desc);
