-- What belongs to a post or a comment goes with it, whatever module keeps it.

do $$
declare
    held record;
begin
    for held in
        with recursive owned (relation) as (
            select unnest(array['post'::regclass::oid, 'comment'::regclass::oid])
            union
            select c.conrelid from pg_constraint c join owned o on o.relation = c.confrelid where c.contype = 'f'
        )
        select c.conname as name, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as definition
          from pg_constraint c
          join owned o on o.relation = c.confrelid
         where c.contype = 'f' and c.confdeltype = 'a' and c.conparentid = 0
    loop
        execute format('alter table %s drop constraint %I, add constraint %I %s on delete cascade',
                       held.place, held.name, held.name, held.definition);
    end loop;
end
$$;

create index post_purged on post (deleted_at) where deleted_at is not null;
create index comment_purged on comment (deleted_at) where deleted_at is not null;
