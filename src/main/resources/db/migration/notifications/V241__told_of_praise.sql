-- What people are told of praise: that it is for them, or for a community of theirs.

alter table notification drop constraint notification_kind_check;
alter table notification
    add constraint notification_kind_check check (kind in ('mention', 'comment', 'reply', 'request', 'agreed', 'added',
                                                           'invited', 'post_removed', 'comment_removed', 'token',
                                                           'reset_link', 'mail_read', 'called', 'answered', 'accepted',
                                                           'overdue_soon', 'report', 'report_handled', 'report_decided',
                                                           'announced', 'reminded', 'bookmark', 'followed',
                                                           'unpublished', 'coauthor', 'praised', 'community_praised'));
