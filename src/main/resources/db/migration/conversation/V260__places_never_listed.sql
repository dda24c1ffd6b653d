-- Whether a post's place is readable is asked of that place, also where the planner expects many posts: “offset 0” keeps it
-- from listing every readable place first, which took a page of twenty posts of one community longer than all the rest.

create or replace function readable_posts(viewer bigint) returns setof post
    language sql stable parallel safe
    as $$
    select p.*
      from post p
     where p.deleted_at is null
       and (p.hidden_at is null or p.author_id = viewer)
       and case when p.community_id is null then (select kind = 'employee' from person where id = viewer)
                else exists (select from readable_communities(viewer) place where place.id = p.community_id offset 0) end
    $$;
