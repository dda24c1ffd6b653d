-- What names a topic by an earlier name of it: whoever reads none of that is not led on, for being led would tell that
-- the name was used.

create table post_former_topic (
    post_id    bigint not null references post on delete cascade,
    comment_id bigint references comment on delete cascade,
    topic_id   bigint not null references topic
);
comment on column post_former_topic.topic_id is 'The topic of the earlier name, which is merged into one that post_topic names.';

create unique index post_former_topic_once on post_former_topic (post_id, coalesce(comment_id, 0), topic_id);
create index post_former_topic_topic on post_former_topic (topic_id, post_id);
create index post_former_topic_comment on post_former_topic (comment_id) where comment_id is not null;

insert into post_former_topic (post_id, comment_id, topic_id)
select named.post_id, named.comment_id, old.id
  from topic old
  join post_topic named on named.topic_id = old.merged_into
  join post p on p.id = named.post_id
  left join comment k on k.id = named.comment_id
 where fold(case when named.comment_id is null then p.text else k.text end) ~ ('#' || old.folded || '(?![[:alnum:]_-])');
