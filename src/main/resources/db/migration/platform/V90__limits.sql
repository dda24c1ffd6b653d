-- Nothing grows without end: what had no limit of its own gets one, far above what is ever written there.

alter table journal
    add check (length(verb) <= 40),
    add check (length(object_kind) <= 40),
    add check (length(target_kind) <= 40),
    add check (length(audience_kind) <= 40);
alter table journal_cursor add check (length(name) <= 100);
alter table journal_parked add check (length(reader) <= 100), add check (length(error) <= 4000);

alter table person add check (length(attributes::text) <= 262144);
alter table audit add check (length(details::text) <= 65536);
alter table network add check (length(invitation::text) <= 65536);
alter table idempotency_key add check (length(request_hash) <= 64);
alter table import_run
    add check (length(counts::text) <= 65536),
    add check (length(arguments::text) <= 65536);
alter table import_remark add check (length(arguments::text) <= 1048576);
