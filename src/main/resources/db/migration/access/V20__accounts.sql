-- How people get in, and what they may do to the network once in.

create table credential (
    person_id     bigint      primary key references person,
    password_hash text        not null check (length(password_hash) <= 500),
    changed_at    timestamptz not null
);

create table sign_in_session (
    id           bigint      generated always as identity primary key,
    token_hash   bytea       not null unique check (length(token_hash) = 32),
    person_id    bigint      not null references person,
    device       text        not null check (length(device) <= 300),
    address      text        not null check (length(address) <= 64),
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz
);

create index sign_in_session_person on sign_in_session (person_id) where ended_at is null;

comment on table sign_in_session is 'A row is a device that is signed in until ended_at or expires_at. last_seen_at is kept to the minute.';

create table single_use_link (
    id         bigint      generated always as identity primary key,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    person_id  bigint      not null references person,
    purpose    text        not null check (purpose in ('invitation', 'reset')),
    email      text        check (length(email) <= 320),
    created_by bigint      references person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);

create index single_use_link_person on single_use_link (person_id) where used_at is null and revoked_at is null;

create table access_token (
    id           bigint      generated always as identity primary key,
    token_hash   bytea       not null unique check (length(token_hash) = 32),
    person_id    bigint      not null references person,
    name         text        not null check (length(name) between 1 and 100),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index access_token_person on access_token (person_id) where revoked_at is null;

create table network_role (
    person_id  bigint      not null references person,
    role       text        not null check (role in ('administrator', 'community_manager', 'editor', 'moderator')),
    granted_by bigint      references person,
    granted_at timestamptz not null,
    primary key (person_id, role)
);

create table charter (
    version      integer     not null,
    language     text        not null check (length(language) <= 35),
    text         text        not null check (length(text) between 1 and 40000),
    published_by bigint      references person,
    published_at timestamptz not null,
    primary key (version, language)
);

create table charter_acceptance (
    person_id   bigint      not null references person,
    version     integer     not null,
    language    text        not null check (length(language) <= 35),
    accepted_at timestamptz not null,
    primary key (person_id, version)
);

create table audit (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null,
    actor_id   bigint      references person,
    origin     text        not null check (origin in ('page', 'command line', 'api', 'set-up')),
    action     text        not null check (length(action) <= 60),
    subject_id bigint      references person,
    details    jsonb       not null default '{}'
);

create index audit_newest on audit (at desc, id desc);
create index audit_subject on audit (subject_id, at desc);

create table idempotency_key (
    person_id    bigint      not null references person,
    route        text        not null check (length(route) <= 300),
    key          text        not null check (length(key) between 1 and 255),
    request_hash bytea       not null,
    status       integer,
    location     text        check (length(location) <= 300),
    body         bytea       check (length(body) <= 1048576),
    created_at   timestamptz not null,
    primary key (person_id, route, key)
);

create index idempotency_key_age on idempotency_key (created_at);
