-- A topic that was renamed or merged is another one from then on: its name leads there, and what is written with it
-- names that one. A muted topic does not come to one's feed.

alter table topic add column merged_into bigint references topic check (merged_into <> id);
comment on column topic.merged_into is 'The topic that it is now, which is merged into no other.';

create index topic_merged on topic (merged_into) where merged_into is not null;

create table topic_mute (
    person_id bigint      not null references person,
    topic_id  bigint      not null references topic,
    since     timestamptz not null,
    primary key (person_id, topic_id)
);

create index topic_mute_topic on topic_mute (topic_id);

-- What was named lately, whatever it is.
create index post_topic_lately on post_topic (published_at desc);
