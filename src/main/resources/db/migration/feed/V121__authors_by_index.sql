-- Whether a post may be read is decided by its place: with it in the index, those of a hundred authors are sifted without
-- reading a post.

create index post_author_lately on post (author_id, active_at desc, id desc) include (community_id) where deleted_at is null;
create index post_author_latest on post (author_id, published_at desc, id desc) include (community_id) where deleted_at is null;

drop index post_author_active;
drop index post_author_newest;
