-- The file of an import that waits for somebody's word: checked and not yet brought in, or stopped.

create table import_upload (
    run_id      bigint      primary key references import_run,
    stored      uuid        not null,
    uploaded_at timestamptz not null
);

comment on column import_upload.stored is 'Name of the file in the folder of uploads; what it was called elsewhere is in import_run.';
