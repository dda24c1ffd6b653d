-- Mail that comes again and again: letters of one thread stand together, and one press ends their kind (RFC 8058).

alter table outgoing_mail
    add column thread    text check (length(thread) <= 100),
    add column stop_link text check (length(stop_link) <= 500);

comment on column outgoing_mail.thread is 'Letters of the same one refer to the same beginning.';
comment on column outgoing_mail.stop_link is 'Where their reader says to want no more of this kind.';

-- When people are written to, each in their own zone.

alter table network
    add column working_days  smallint[] not null default '{1,2,3,4,5}' check (cardinality(working_days) between 1 and 7),
    add column working_from  time       not null default '08:00',
    add column working_until time       not null default '18:00',
    add check (working_from < working_until);

comment on column network.working_days is 'ISO 8601: 1 is Monday, 7 is Sunday.';
