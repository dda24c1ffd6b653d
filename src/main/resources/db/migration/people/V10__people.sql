-- Everyone the network knows: employees, guests, former members without an account, services.

create table person (
    id            bigint      generated always as identity primary key,
    kind          text        not null default 'employee' check (kind in ('employee', 'guest', 'former', 'service')),
    state         text        not null default 'not_invited' check (state in ('not_invited', 'invited', 'active', 'deactivated')),
    epoch         bigint      not null default 0,
    name          text        not null check (length(name) between 1 and 200),
    given_name    text        check (length(given_name) <= 200),
    family_name   text        check (length(family_name) <= 200),
    sort_name     text        not null generated always as (fold(coalesce(family_name || ' ' || given_name, name))) stored,
    email         text        check (length(email) <= 320),
    contact_email text        check (length(contact_email) <= 320),
    job_title     text        check (length(job_title) <= 300),
    department    text        check (length(department) <= 300),
    organisation  text        check (length(organisation) <= 300),
    unit          text        check (length(unit) <= 300),
    site          text        check (length(site) <= 300),
    country       text        check (length(country) = 2),
    phone         text        check (length(phone) <= 300),
    language      text        check (length(language) <= 35),
    time_zone     text        check (length(time_zone) <= 64),
    start_date    date,
    population    text        check (population in ('desk', 'field')),
    manager_id    bigint      references person,
    attributes    jsonb       not null default '{}',
    directory     text        check (length(directory) <= 100),
    about         text        check (length(about) <= 2000),
    career        text        check (length(career) <= 4000),
    pronouns      text        check (length(pronouns) <= 40),
    expertise     text[]      not null default '{}' check (cardinality(expertise) <= 30),
    interests     text[]      not null default '{}' check (cardinality(interests) <= 30),
    languages     text[]      not null default '{}' check (cardinality(languages) <= 20),
    photo         bigint      references file,
    theme         text        check (theme in ('light', 'dark')),
    live          boolean     not null default true,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    deleted_at    timestamptz,
    check (manager_id <> id)
);

comment on column person.email is 'Personal address: signs in with it. A shared address is contact_email and gives nobody an account.';
comment on column person.directory is 'The source whose import keeps the directory fields; null: kept by hand.';

create unique index person_email on person (lower(email)) where email is not null and deleted_at is null;
create index person_by_name on person (sort_name, id) where deleted_at is null;
create index person_name_parts on person using gin (fold(name) gin_trgm_ops);
create index person_reports on person (manager_id) where manager_id is not null;
create index person_department on person (department) where deleted_at is null;
create index person_site on person (site) where deleted_at is null;
create index person_country on person (country) where deleted_at is null;
create index person_organisation on person (organisation) where deleted_at is null;

create table person_external_id (
    source      text   not null check (length(source) between 1 and 100),
    external_id text   not null check (length(external_id) between 1 and 300),
    person_id   bigint not null references person,
    primary key (source, external_id)
);

create index person_external_id_person on person_external_id (person_id);

create table person_follow (
    follower_id bigint      not null references person,
    followed_id bigint      not null references person,
    since       timestamptz not null,
    primary key (follower_id, followed_id),
    check (follower_id <> followed_id)
);

create index person_follow_followed on person_follow (followed_id);
