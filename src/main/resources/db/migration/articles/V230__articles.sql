-- Articles: beside the post that holds title and text, the picture above it.

create table article (
    post_id bigint primary key references post on delete cascade,
    cover   bigint references file on delete set null
);
comment on column article.cover is 'One of the pictures of the post.';

create index article_cover on article (cover) where cover is not null;

-- A draft may be as long as the longest text of any kind.
alter table draft drop constraint draft_form_check;
alter table draft add constraint draft_form_check check (octet_length(form::text) <= 1500000);
