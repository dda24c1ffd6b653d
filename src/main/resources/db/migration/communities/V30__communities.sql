-- Places with members, and the one answer to who may find and read what.

create table community (
    id          bigint      generated always as identity primary key,
    name        text        not null check (length(name) between 1 and 80),
    description text        not null default '' check (length(description) <= 2000),
    purpose     text        not null default 'business' check (purpose in ('business', 'hr', 'leisure')),
    access      text        not null default 'open' check (access in ('open', 'request', 'invitation')),
    listed      boolean     not null default true,
    posting     text        not null default 'members' check (posting in ('members', 'owners')),
    tone        smallint    check (tone between 0 and 8),
    picture     bigint      references file,
    epoch       bigint      not null default 0,
    source      text        check (length(source) <= 100),
    external_id text        check (length(external_id) <= 300),
    created_by  bigint      references person,
    created_at  timestamptz not null,
    active_at   timestamptz not null,
    archived_at timestamptz,
    archived_by bigint      references person,
    deleted_at  timestamptz,
    check (listed or access = 'invitation'),
    unique (source, external_id)
);

create index community_name_parts on community using gin (fold(name) gin_trgm_ops);
create index community_activity on community (active_at desc, id desc) where deleted_at is null;

create table membership (
    community_id bigint      not null references community,
    person_id    bigint      not null references person,
    role         text        not null check (role in ('member', 'owner')),
    since        timestamptz not null,
    added_by     bigint      references person,
    primary key (community_id, person_id)
);

create index membership_person on membership (person_id, community_id);

create table membership_request (
    community_id bigint      not null references community,
    person_id    bigint      not null references person,
    requested_at timestamptz not null,
    primary key (community_id, person_id)
);

create table invitation (
    community_id bigint      not null references community,
    person_id    bigint      not null references person,
    invited_by   bigint      not null references person,
    invited_at   timestamptz not null,
    primary key (community_id, person_id)
);

create index invitation_person on invitation (person_id);

-- The functions below are the Audience: every exit selects from them. PostgreSQL puts their bodies into the query.

create function is_employee(viewer bigint) returns boolean
    language sql stable parallel safe
    as $$ select exists (select from person where id = viewer and kind = 'employee' and deleted_at is null) $$;

create function findable_communities(viewer bigint) returns setof community
    language sql stable parallel safe
    as $$
    select c.*
      from community c
     where c.deleted_at is null
       and (   (c.listed and (select kind = 'employee' from person where id = viewer))
            or c.id in (select community_id from membership where person_id = viewer)
            or c.id in (select community_id from invitation where person_id = viewer))
    $$;

create function readable_communities(viewer bigint) returns setof community
    language sql stable parallel safe
    as $$
    select c.*
      from community c
     where c.deleted_at is null
       and (   (c.access = 'open' and (select kind = 'employee' from person where id = viewer))
            or c.id in (select community_id from membership where person_id = viewer))
    $$;

-- An employee sees everyone; a guest sees the people of the communities the guest is in.
create function visible_people(viewer bigint) returns setof person
    language sql stable parallel safe
    as $$
    select p.*
      from person p
     where p.deleted_at is null
       and (   (select kind = 'employee' from person where id = viewer)
            or p.id = viewer
            or p.id in (select theirs.person_id
                          from membership mine
                          join membership theirs using (community_id)
                         where mine.person_id = viewer))
    $$;
