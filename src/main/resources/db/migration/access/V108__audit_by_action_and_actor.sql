-- The audit list of one action, and of what one person did.

create index audit_action on audit (action, at desc, id desc);
create index audit_actor on audit (actor_id, at desc);
