-- Who writes with somebody: on a draft, which all of them see, and on the post that comes of it.

create table draft_coauthor (
    draft_id   bigint      not null references draft on delete cascade,
    person_id  bigint      not null references person,
    invited_at timestamptz not null,
    primary key (draft_id, person_id)
);
create index draft_coauthor_person on draft_coauthor (person_id);
create index draft_key on draft (key);

create table post_coauthor (
    post_id   bigint   not null references post on delete cascade,
    person_id bigint   not null references person,
    position  smallint not null,
    primary key (post_id, person_id)
);
create index post_coauthor_person on post_coauthor (person_id, post_id);

-- A draft as the viewer may write on it: their own, and those they are invited to, where they may read what is there.
create function writable_drafts(viewer bigint) returns setof draft
    language sql stable parallel safe
    as $$
    select d.*
      from draft d
     where d.ended_at is null
       and d.id in (select o.id from draft o where o.person_id = viewer and o.ended_at is null
                    union all
                    select c.draft_id from draft_coauthor c where c.person_id = viewer)
       and (d.person_id = viewer or d.community_id is null
            or d.community_id in (select id from readable_communities(viewer)))
    $$;
