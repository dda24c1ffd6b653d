-- What somebody is told in person. Ids and kinds only: names and words are read when it is shown, with the rights of then.

create table notification (
    id           bigint      generated always as identity primary key,
    person_id    bigint      not null references person,
    kind         text        not null check (kind in ('mention', 'comment', 'reply', 'request', 'agreed', 'added', 'invited',
                                                      'post_removed', 'comment_removed', 'token', 'reset_link')),
    subject_kind text        not null check (subject_kind in ('post', 'community', 'person')),
    subject_id   bigint      not null,
    comment_id   bigint      references comment,
    actors       bigint[]    not null default '{}' check (cardinality(actors) <= 50),
    count        integer     not null default 1,
    position     bigint      not null,
    at           timestamptz not null,
    read_at      timestamptz
);

comment on column notification.actors is 'Who did it, the latest first, each once.';

create unique index notification_open on notification (person_id, kind, subject_kind, subject_id) where read_at is null;
create index notification_newest on notification (person_id, at desc, id desc);
create index notification_subject on notification (person_id, subject_kind, subject_id);
