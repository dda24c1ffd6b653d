-- A naming of a topic knows the times of its post, so that the newest of a topic are read along an index and not by
-- reading them all. Triggers keep them, since the version beside this one does not know of them.

alter table post_topic
    add column published_at timestamptz,
    add column active_at timestamptz;

update post_topic named
   set published_at = p.published_at, active_at = p.active_at
  from post p
 where p.id = named.post_id;

-- The lock waits for whoever is answering the post at this moment.
create function post_topic_times() returns trigger
    language plpgsql
    as $$
    begin
        select published_at, active_at into new.published_at, new.active_at
          from post where id = new.post_id
           for no key update;
        return new;
    end
    $$;

create trigger post_topic_times before insert on post_topic
    for each row execute function post_topic_times();

create function post_topic_follows() returns trigger
    language plpgsql
    as $$
    begin
        update post_topic set active_at = new.active_at where post_id = new.id;
        return null;
    end
    $$;

create trigger post_topic_follows after update of active_at on post
    for each row when (old.active_at is distinct from new.active_at) execute function post_topic_follows();

create index post_topic_active on post_topic (topic_id, active_at desc, post_id desc);
create index post_topic_newest on post_topic (topic_id, published_at desc, post_id desc);
