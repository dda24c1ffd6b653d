-- Of reports are told those who handle them, those who made them, and those whom they are about.

alter table notification drop constraint notification_kind_check;
alter table notification
    add constraint notification_kind_check check (kind in ('mention', 'comment', 'reply', 'request', 'agreed', 'added',
                                                           'invited', 'post_removed', 'comment_removed', 'token',
                                                           'reset_link', 'mail_read', 'report', 'report_handled',
                                                           'report_decided'));
alter table notification drop constraint notification_subject_kind_check;
alter table notification
    add constraint notification_subject_kind_check check (subject_kind in ('post', 'community', 'person', 'report'));
