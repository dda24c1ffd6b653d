-- What the installation knows of itself, and how names are compared.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent is only stable because its dictionary may change; ours does not, so that indexes may use it.
create function fold(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create table network (
    only_one         boolean     primary key default true check (only_one),
    name             text        not null check (length(name) between 1 and 80),
    languages        text[]      not null check (cardinality(languages) between 1 and 20),
    default_language text        not null check (default_language = any (languages)),
    invitation       jsonb       not null default '{}',
    epoch            bigint      not null default 0,
    set_up_at        timestamptz not null
);

comment on table network is 'One row once the network is set up; none before. invitation: text of the invitation by language.';
