-- What a report led to be hidden: its author alone goes on seeing it, until it is shown again or taken away.

alter table post add column hidden_at timestamptz;
alter table comment add column hidden_at timestamptz;

create or replace function readable_posts(viewer bigint) returns setof post
    language sql stable parallel safe
    as $$
    select p.*
      from post p
     where p.deleted_at is null
       and (p.hidden_at is null or p.author_id = viewer)
       and case when p.community_id is null then (select kind = 'employee' from person where id = viewer)
                else p.community_id in (select id from readable_communities(viewer)) end
    $$;

-- Whether a comment is there for the viewer, who may read its post.
create function stands(said comment, viewer bigint) returns boolean
    language sql immutable parallel safe
    as $$ select said.deleted_at is null and (said.hidden_at is null or said.author_id = viewer) $$;
