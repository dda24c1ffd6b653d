-- Who is invited to write on somebody's draft is told.

alter table notification drop constraint notification_kind_check;
alter table notification
    add constraint notification_kind_check check (kind in ('mention', 'comment', 'reply', 'request', 'agreed', 'added',
                                                           'invited', 'post_removed', 'comment_removed', 'token',
                                                           'reset_link', 'mail_read', 'called', 'answered', 'accepted',
                                                           'overdue_soon', 'report', 'report_handled', 'report_decided',
                                                           'announced', 'reminded', 'bookmark', 'followed',
                                                           'unpublished', 'coauthor'));
alter table notification drop constraint notification_subject_kind_check;
alter table notification
    add constraint notification_subject_kind_check
        check (subject_kind in ('post', 'community', 'person', 'report', 'draft'));
