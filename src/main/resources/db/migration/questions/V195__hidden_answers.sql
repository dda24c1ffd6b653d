-- An answer that is hidden answers nobody: the question waits again, until it is shown once more.

create or replace function question_first_answer(question bigint) returns timestamptz
    language sql stable
    as $$
    select min(k.published_at)
      from comment k
      join post p on p.id = k.post_id
     where k.post_id = question and k.reply_to is null and k.deleted_at is null and k.hidden_at is null
       and k.author_id <> p.author_id
    $$;

drop trigger question_is_no_longer_answered on comment;
create trigger question_is_no_longer_answered after update of deleted_at, hidden_at on comment
    for each row when (new.reply_to is null
        and (old.deleted_at is distinct from new.deleted_at or old.hidden_at is distinct from new.hidden_at))
    execute function question_is_answered();

update question q
   set answered_at = question_first_answer(q.post_id)
 where q.post_id in (select k.post_id from comment k where k.hidden_at is not null);
