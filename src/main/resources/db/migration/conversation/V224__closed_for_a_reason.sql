-- Comments are closed by somebody, who says why.
alter table post
    add column closed_by bigint references person,
    add column close_reason text check (length(close_reason) <= 500);

comment on column post.closed_at is 'Since when nobody comments; an announcement may begin so, without a reason.';
