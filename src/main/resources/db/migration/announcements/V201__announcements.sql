-- Announcements: beside the post that says it, to whom it is brought, until when, and who has read it.

create table announcement (
    post_id      bigint      primary key references post,
    departments  text[]      not null check (cardinality(departments) <= 100 and length(departments::text) <= 70000),
    sites        text[]      not null check (cardinality(sites) <= 100 and length(sites::text) <= 70000),
    countries    text[]      not null check (cardinality(countries) <= 100 and length(countries::text) <= 1000),
    job_titles   text[]      not null check (cardinality(job_titles) <= 100 and length(job_titles::text) <= 70000),
    communities  bigint[]    not null check (cardinality(communities) <= 100),
    acknowledge  boolean     not null,
    expires_at   timestamptz not null,
    settled_at   timestamptz,
    reached      bigint,
    seen         bigint,
    acknowledged bigint,
    check ((settled_at is null) = (reached is null) and (reached is null) = (seen is null)
           and (seen is null) = (acknowledged is null))
);

comment on column announcement.departments is 'One of these, where there are any; the same of the other lists, all of which must fit.';
comment on column announcement.expires_at is 'From here on the home page does not show it.';
comment on column announcement.settled_at is 'Who read it is forgotten since then; the numbers are what it was.';

create index announcement_current on announcement (expires_at);
create index announcement_unsettled on announcement (post_id) where settled_at is null;

-- The same words in another language of the network; the first one is the post's.
create table announcement_wording (
    post_id  bigint not null references announcement,
    language text   not null check (length(language) <= 35),
    title    text   not null check (length(title) between 1 and 200),
    text     text   not null check (length(text) between 1 and 40000),
    primary key (post_id, language)
);

-- It was before somebody's eyes, they were done with it, they confirmed that they have read it.
create table announcement_reading (
    post_id         bigint      not null references announcement,
    person_id       bigint      not null references person,
    seen_at         timestamptz not null,
    read_at         timestamptz,
    acknowledged_at timestamptz,
    primary key (post_id, person_id),
    check (acknowledged_at is null or read_at is not null)
);

create index announcement_acknowledged on announcement_reading (post_id, acknowledged_at desc, person_id desc)
    where acknowledged_at is not null;

-- Those who are asked to confirm are told a thousand numbers at a time, once as it is published and by each reminder.
create table announcement_round (
    id        bigint      generated always as identity primary key,
    post_id   bigint      not null references announcement,
    begun_by  bigint      not null references person,
    begun_at  timestamptz not null,
    reminder  boolean     not null,
    thousands bigint      not null default 0,
    ended_at  timestamptz
);

comment on column announcement_round.thousands is 'How many thousands of person numbers were told.';

create index announcement_round_open on announcement_round (id) where ended_at is null;
create index announcement_round_latest on announcement_round (post_id, begun_at desc);

-- Whom an announcement is brought to: of those who read what is written in the place (null: on a wall), the ones who fit
-- in every list that is not empty.
create function targeted_people(departments text[], sites text[], countries text[], job_titles text[],
                                communities bigint[], place bigint) returns setof person
    language sql stable parallel safe
    as $$
    select t.*
      from person t
     where t.deleted_at is null and t.state <> 'deactivated' and t.kind in ('employee', 'guest')
       and (cardinality(departments) = 0 or t.department = any (departments))
       and (cardinality(sites) = 0 or t.site = any (sites))
       and (cardinality(countries) = 0 or t.country = any (countries))
       and (cardinality(job_titles) = 0 or t.job_title = any (job_titles))
       and (cardinality(communities) = 0
            or exists (select from membership m where m.person_id = t.id and m.community_id = any (communities)))
       and case when place is null then t.kind = 'employee'
                else exists (select from readable_communities(t.id) c where c.id = place) end
    $$;
