-- What people are told of questions: one for them to answer, an answer, their answer accepted, one that is soon late.

alter table notification drop constraint notification_kind_check;
alter table notification
    add constraint notification_kind_check check (kind in ('mention', 'comment', 'reply', 'request', 'agreed', 'added',
                                                           'invited', 'post_removed', 'comment_removed', 'token',
                                                           'reset_link', 'mail_read', 'called', 'answered', 'accepted',
                                                           'overdue_soon', 'report', 'report_handled', 'report_decided'));
