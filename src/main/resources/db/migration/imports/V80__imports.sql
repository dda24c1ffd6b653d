-- What was brought in, when, by whom, and every line that was not taken as it stood.

create table import_run (
    id          bigint      generated always as identity primary key,
    kind        text        not null check (length(kind) <= 40),
    source      text        not null check (length(source) between 1 and 100),
    file_name   text        not null check (length(file_name) between 1 and 255),
    dry_run     boolean     not null default false,
    started_by  bigint      references person,
    started_at  timestamptz not null,
    touched_at  timestamptz not null,
    finished_at timestamptz,
    state       text        not null check (state in ('running', 'done', 'stopped', 'unreadable', 'failed')),
    done        bigint      not null default 0,
    of          bigint      not null default 0,
    counts      jsonb       not null default '{}',
    problem     text        check (length(problem) <= 100),
    arguments   jsonb       not null default '[]'
);

create index import_run_newest on import_run (started_at desc, id desc);
create unique index import_run_one_at_a_time on import_run (kind) where state = 'running';

comment on column import_run.touched_at is 'A running import that has not moved for some minutes died with its process.';

create table import_remark (
    run_id    bigint  not null references import_run,
    number    integer not null,
    line      bigint  not null,
    code      text    not null check (length(code) <= 100),
    arguments jsonb   not null,
    primary key (run_id, number)
);

-- Whoever left with a directory comes back with it; whoever an administrator deactivated does not.
alter table person_external_id add column missing_since timestamptz;
