-- How many people opened a thread: who did is kept for as long as they are counted, and shown to nobody.
create table post_reader (
    post_id   bigint not null references post on delete cascade,
    person_id bigint not null references person,
    primary key (post_id, person_id)
);

create table post_reach (
    post_id bigint  primary key references post on delete cascade,
    readers integer not null
);
