-- How often something was tried: the moment at which everything is allowed again, by hashed key.

create table throttle (
    key      bytea       primary key check (length(key) = 32),
    whole_at timestamptz not null
);

create index throttle_age on throttle (whole_at);

-- A mail says in which language it is written, and from whom it claims to come stays the network's name at sending.

alter table outgoing_mail add column language text not null default 'en' check (length(language) <= 35);
create index outgoing_mail_person on outgoing_mail (person_id) where person_id is not null;
