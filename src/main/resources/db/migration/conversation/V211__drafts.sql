-- What somebody has begun to write, found again on any device until it is published.
create table draft (
    id           bigint      generated always as identity primary key,
    person_id    bigint      not null references person,
    key          uuid        not null,
    community_id bigint      references community,
    form         jsonb       not null check (octet_length(form::text) <= 400000),
    changed_at   timestamptz not null,
    ended_at     timestamptz,
    unique (person_id, key)
);
comment on column draft.key is 'Made up by the form before anything is kept, so that keeping it twice is keeping it once.';
comment on column draft.form is 'What stands in its fields, by their names: arrays of texts.';
comment on column draft.ended_at is 'Published or discarded: what was on its way meanwhile does not bring it back.';

create index draft_latest on draft (person_id, changed_at desc, id desc) where ended_at is null;
create index draft_changed on draft (changed_at);
