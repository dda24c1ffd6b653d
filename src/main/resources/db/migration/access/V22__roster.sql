-- Who was seen and invited last, for the list of everybody, whatever ended since.

create index sign_in_session_seen on sign_in_session (person_id, last_seen_at);
create index single_use_link_newest on single_use_link (person_id, created_at);
