-- Praise: the values that the network praises for, beside a post whom it praises for which, and how much somebody gave
-- this week.

create table praise_value (
    id         bigint      generated always as identity primary key,
    names      jsonb       not null check (length(names::text) <= 20000),
    icon       text        not null check (length(icon) between 1 and 40),
    picture    bigint      references file,
    position   integer     not null,
    retired_at timestamptz
);
comment on column praise_value.names is 'By language, a BCP 47 tag.';
comment on column praise_value.retired_at is 'Since then nobody is praised for it any more; what was given stays.';

insert into praise_value (names, icon, position)
values ('{"fr": "Entraide", "en": "Helping others"}', 'hand-heart', 1),
       ('{"fr": "Transmission", "en": "Sharing knowledge"}', 'book-open', 2),
       ('{"fr": "Initiative", "en": "Initiative"}', 'lightbulb', 3),
       ('{"fr": "Souci du travail bien fait", "en": "Work well done"}', 'award', 4);

-- What a value is called in a language, or else in the network's.
create function praise_name(names jsonb, language text) returns text
    language sql stable parallel safe
    as $$
    select coalesce(names ->> language, names ->> (select default_language from network),
                    (select named.value from jsonb_each_text(names) named order by named.key limit 1))
    $$;

create table praise (
    post_id      bigint primary key references post on delete cascade,
    value_id     bigint not null references praise_value,
    community_id bigint references community
);
comment on column praise.community_id is 'The community that is praised, where it is no people.';

create index praise_of_value on praise (value_id);
create index praise_of_community on praise (community_id) where community_id is not null;

create table praise_person (
    person_id bigint not null references person,
    post_id   bigint not null references praise on delete cascade,
    primary key (person_id, post_id)
);

create index praise_person_post on praise_person (post_id);

-- One row for a person; a week that has begun somewhere does not come back by moving to another time zone.
create table praise_week (
    person_id bigint   primary key references person,
    monday    date     not null,
    given     smallint not null check (given between 1 and 5)
);

-- Countries whose people neither give nor get praise.
create table praise_country_off (
    country text primary key check (length(country) = 2)
);
