-- Members are read by name, a page at a time, also where there are 80,000: the name that sorts them stands with the
-- membership, where an index holds it. It follows the person's.

alter table membership add column sort_name text check (length(sort_name) <= 1000);

update membership m set sort_name = p.sort_name from person p where p.id = m.person_id;

create function sort_membership() returns trigger
    language plpgsql
    as $$
    begin
        select sort_name into new.sort_name from person where id = new.person_id;
        return new;
    end
    $$;

create function sort_memberships() returns trigger
    language plpgsql
    as $$
    begin
        update membership set sort_name = new.sort_name where person_id = new.id;
        return null;
    end
    $$;

create trigger membership_sorted before insert or update of person_id on membership
    for each row execute function sort_membership();

create trigger person_sorted after update on person
    for each row when (old.sort_name is distinct from new.sort_name) execute function sort_memberships();

alter table membership alter column sort_name set not null;

create index membership_by_name on membership (community_id, role, sort_name, person_id);

-- A site is found by its first letters.
create index person_site_parts on person using gin (fold(site) gin_trgm_ops);
