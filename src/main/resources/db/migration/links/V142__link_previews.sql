-- What the pages that people link to say of themselves, fetched once and shared by all who name them.

alter table network
    add column link_previews   boolean not null default true,
    add column reachable_hosts text[]  not null default '{}'
        check (cardinality(reachable_hosts) <= 50 and length(reachable_hosts::text) <= 20000);

comment on column network.link_previews is 'Whether the sites people link to are asked what they are.';
comment on column network.reachable_hosts is 'Hosts of the house that Parvis may ask: name, *.name, name:port.';

create table link (
    id          bigint      generated always as identity primary key,
    address     text        not null unique check (length(address) <= 2000),
    asked_at    timestamptz not null,
    tries       smallint    not null default 0,
    next_try_at timestamptz,
    settled_at  timestamptz,
    site        text        not null default '' check (length(site) <= 253),
    name        text        not null default '' check (length(name) <= 100),
    title       text        not null default '' check (length(title) <= 300),
    description text        not null default '' check (length(description) <= 600),
    picture     bigint      references file
);

comment on column link.asked_at is 'When a post last named it.';
comment on column link.next_try_at is 'Null: nothing is to be fetched.';
comment on column link.settled_at is 'When it last answered, or was given up; without a title there is nothing to show of it.';
comment on column link.site is 'The host that answered in the end.';
comment on column link.name is 'What the site calls itself.';

create index link_due on link (next_try_at) where next_try_at is not null;
create index link_picture on link (picture) where picture is not null;

-- The first link of a post, as its text is now.
create table post_link (
    post_id bigint primary key references post,
    link_id bigint not null references link
);

create index post_link_link on post_link (link_id);

-- What was written before is not asked for.
insert into journal_cursor select 'links', position from journal_head;

-- Authors may want no card; this is remembered whatever they reword.
create table post_link_removal (
    post_id    bigint      primary key references post,
    removed_by bigint      not null references person,
    removed_at timestamptz not null
);
