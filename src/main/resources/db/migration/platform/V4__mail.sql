-- Mail that waits, was sent, or is only read here while no server is set.

create table outgoing_mail (
    id         bigint      generated always as identity primary key,
    person_id  bigint,
    recipient  text        not null check (length(recipient) <= 320),
    kind       text        not null check (length(kind) <= 40),
    subject    text        not null check (length(subject) <= 300),
    body       text        not null check (length(body) <= 20000),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    next_try_at timestamptz not null,
    tries      integer     not null default 0,
    sent_at    timestamptz,
    problem    text        check (length(problem) <= 1000)
);

create index outgoing_mail_waiting on outgoing_mail (next_try_at) where sent_at is null;
create index outgoing_mail_newest on outgoing_mail (created_at desc, id desc);
