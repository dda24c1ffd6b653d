-- What people are told by mail, too. Ids only: words and rights are read when the mail is written, and looked at once more
-- when it leaves.

create table mail_line (
    id              bigint      generated always as identity primary key,
    notification_id bigint      not null references notification on delete cascade,
    person_id       bigint      not null references person,
    comment_id      bigint      references comment,
    actor_id        bigint      references person,
    at              timestamptz not null,
    due_at          timestamptz not null,
    mail_id         bigint      references outgoing_mail on delete cascade
);

comment on table mail_line is 'One thing for the letter to come about its thread; mail_id is the letter once it is written.';

create index mail_line_due on mail_line (due_at) where mail_id is null;
create index mail_line_waiting on mail_line (person_id) where mail_id is null;
create index mail_line_notification on mail_line (notification_id);
create index mail_line_mail on mail_line (mail_id) where mail_id is not null;

create table mail_digest (
    person_id bigint      primary key references person,
    since     timestamptz not null,
    due_at    timestamptz not null
);

comment on table mail_digest is 'Who was told something since: their digest is due at the beginning of their next working day.';

create index mail_digest_due on mail_digest (due_at);

create table mail_told (
    mail_id         bigint not null references outgoing_mail on delete cascade,
    notification_id bigint not null references notification on delete cascade,
    position        bigint not null,
    primary key (mail_id, notification_id)
);

comment on table mail_told is 'Up to which position of the journal a mail told of a notification.';

create index mail_told_notification on mail_told (notification_id);

create table mail_refusal (
    person_id bigint      not null references person,
    kind      text        not null check (length(kind) <= 40),
    at        timestamptz not null,
    primary key (person_id, kind)
);

-- What the links under mails are signed with. A version 4 UUID holds 122 random bits.
create table mail_secret (
    only_one boolean primary key default true check (only_one),
    secret   bytea   not null check (length(secret) = 32)
);

insert into mail_secret (secret)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
