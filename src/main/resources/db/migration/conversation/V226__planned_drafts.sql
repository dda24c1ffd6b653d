-- A draft that is to be published by itself, and why it was not.
alter table draft
    add column publish_at timestamptz,
    add column refusal    text check (length(refusal) <= 500);

comment on column draft.publish_at is 'Of one that ended: it was published when it was to be.';
comment on column draft.refusal is 'Said in its author''s language when it could not be published as planned.';

create index draft_due on draft (publish_at) where publish_at is not null and ended_at is null;
