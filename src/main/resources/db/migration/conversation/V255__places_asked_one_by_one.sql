-- Whether a post's place is readable is asked of that place. Put as “is it among all that are readable”, a page of twenty
-- posts looked through every community there is.

create or replace function readable_posts(viewer bigint) returns setof post
    language sql stable parallel safe
    as $$
    select p.*
      from post p
     where p.deleted_at is null
       and (p.hidden_at is null or p.author_id = viewer)
       and case when p.community_id is null then (select kind = 'employee' from person where id = viewer)
                else exists (select from readable_communities(viewer) place where place.id = p.community_id) end
    $$;
