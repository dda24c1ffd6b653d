-- Whose answer was accepted, kept with the acceptance: a profile says how many were, and looked through everything that
-- person ever wrote for it. An author stays the author; the trigger asks, so that nobody who accepts need know.

alter table acceptance add column author_id bigint references person;

create function note_whose_answer() returns trigger
    language plpgsql
    as $$
begin
    new.author_id := (select k.author_id from comment k where k.id = new.comment_id);
    return new;
end
$$;

create trigger whose_answer before insert or update on acceptance
    for each row execute function note_whose_answer();

update acceptance set comment_id = comment_id;

create index acceptance_author on acceptance (author_id);
