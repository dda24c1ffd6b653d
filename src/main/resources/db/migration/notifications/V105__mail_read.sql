-- Whoever had a mail read in their place is told of it in the network too: the mail that says so may not leave either.

alter table notification drop constraint notification_kind_check;
alter table notification
    add constraint notification_kind_check check (kind in ('mention', 'comment', 'reply', 'request', 'agreed', 'added',
                                                           'invited', 'post_removed', 'comment_removed', 'token',
                                                           'reset_link', 'mail_read'));
