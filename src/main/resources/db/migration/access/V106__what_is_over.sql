-- Ended sessions, links and tokens are cleared away; these find them.

create index sign_in_session_over on sign_in_session ((least(ended_at, expires_at)));
create index single_use_link_over on single_use_link (expires_at);
create index access_token_over on access_token ((least(revoked_at, expires_at)));
