-- Nobody is told any more of a post that is gone for good.

create index notification_about on notification (subject_id) where subject_kind = 'post';
create index notification_comment on notification (comment_id) where comment_id is not null;

create function post_notifications_go() returns trigger
    language plpgsql
    as $$
    begin
        delete from notification where subject_kind = 'post' and subject_id = old.id;
        return null;
    end
    $$;

create trigger post_notifications_go after delete on post
    for each row execute function post_notifications_go();
