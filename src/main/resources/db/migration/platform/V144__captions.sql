-- What is said in a recording, for those who do not hear it.

alter table file add column transcript text not null default '' check (length(transcript) <= 40000);

create table caption (
    file     bigint not null references file on delete cascade,
    language text   not null check (length(language) between 2 and 35),
    cues     text   not null check (length(cues) <= 1000000),
    primary key (file, language)
);

comment on column caption.cues is 'WebVTT as it is written here, never as it was uploaded.';
