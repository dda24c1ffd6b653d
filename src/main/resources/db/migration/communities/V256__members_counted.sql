-- How many members a community has, kept with it: counting them anew for every list and page took tens of milliseconds
-- where one of them has everybody. Whoever changes members holds the community's row already.

alter table community add column members integer not null default 0;

update community c set members = (select count(*) from membership m where m.community_id = c.id);

create function count_members() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        update community c set members = c.members + came.number
          from (select community_id, count(*) as number from changed group by community_id) came
         where c.id = came.community_id;
    elsif tg_op = 'DELETE' then
        update community c set members = c.members - gone.number
          from (select community_id, count(*) as number from changed group by community_id) gone
         where c.id = gone.community_id;
    else
        update community set members = 0 where members <> 0;
    end if;
    return null;
end
$$;

create trigger members_came after insert on membership
    referencing new table as changed for each statement execute function count_members();

create trigger members_went after delete on membership
    referencing old table as changed for each statement execute function count_members();

create trigger members_emptied after truncate on membership
    for each statement execute function count_members();
