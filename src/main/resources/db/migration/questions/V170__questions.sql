-- Questions beside their posts: when an answer is due, when the first one came, which was accepted, who is called to answer.

-- What a network or a community promises; the row without a community is the network's.
create table question_promise (
    community_id bigint     unique nulls not distinct references community,
    hours        smallint   not null check (hours between 1 and 400),
    days         smallint[] not null check (cardinality(days) between 1 and 7),
    opens        time       not null,
    closes       time       not null,
    zone         text       not null check (length(zone) between 1 and 64),
    country      text       check (length(country) = 2),
    changed_by   bigint     references person,
    changed_at   timestamptz not null,
    check (closes >= opens + interval '1 hour')
);

comment on column question_promise.days is 'Of the week by ISO 8601: 1 is Monday.';

create table question (
    post_id      bigint      primary key references post,
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    call_at      timestamptz not null,
    promised     smallint,
    day_hours    smallint,
    answered_at  timestamptz,
    called_at    timestamptz
);

comment on column question.call_at is 'Three quarters of the delay: from here on its owners are called.';
comment on column question.promised is 'Working hours that were promised, of which day_hours make a day; null when the asker named the time.';
comment on column question.answered_at is 'When the first answer came that still stands, of somebody else than the asker.';
comment on column question.called_at is 'When the owners were called.';

create index question_open on question (due_at, post_id) where answered_at is null;
create index question_answered on question (answered_at desc, post_id desc) where answered_at is not null;
create index question_to_call on question (call_at) where answered_at is null and called_at is null;

create table acceptance (
    post_id     bigint      primary key references question,
    comment_id  bigint      not null unique references comment,
    accepted_by bigint      not null references person,
    accepted_at timestamptz not null
);

-- "This is my question too".
create table question_follow (
    post_id   bigint      not null references question,
    person_id bigint      not null references person,
    since     timestamptz not null,
    primary key (post_id, person_id)
);

-- An answer is a comment on the question itself by somebody else than the asker. Whoever writes or takes one away need not
-- know of questions.
create function question_first_answer(question bigint) returns timestamptz
    language sql stable
    as $$
    select min(k.published_at)
      from comment k
      join post p on p.id = k.post_id
     where k.post_id = question and k.reply_to is null and k.deleted_at is null and k.author_id <> p.author_id
    $$;

create function question_is_answered() returns trigger
    language plpgsql
    as $$
    begin
        perform 1 from question where post_id = new.post_id for no key update;
        if found then
            update question set answered_at = question_first_answer(new.post_id) where post_id = new.post_id;
        end if;
        return null;
    end
    $$;

create trigger question_is_answered after insert on comment
    for each row when (new.reply_to is null) execute function question_is_answered();
create trigger question_is_no_longer_answered after update of deleted_at on comment
    for each row when (new.reply_to is null and old.deleted_at is distinct from new.deleted_at)
    execute function question_is_answered();

-- Titles that are like what somebody is typing.
create index post_question_title on post using gin (fold(title) gin_trgm_ops) where kind = 'question' and deleted_at is null;

-- What people say they know, by the words of it: one row for a term however many know it, so that one question is looked
-- up among the terms and not among the people.
create function question_words(text) returns text[]
    language sql immutable strict parallel safe
    return tsvector_to_array(to_tsvector('pg_catalog.french', public.fold($1)));

create table expertise_term (
    term  text   primary key check (length(term) <= 120),
    words text[] not null generated always as (question_words(term)) stored check (length(words::text) <= 4000)
);

create index expertise_term_words on expertise_term using gin (words);

create table expertise (
    term      text        not null references expertise_term,
    person_id bigint      not null references person,
    called_at timestamptz not null default '-infinity',
    primary key (person_id, term)
);

create index expertise_by_turn on expertise (term, called_at, person_id);

create function expertise_follows() returns trigger
    language plpgsql
    as $$
    begin
        insert into expertise_term (term)
        select distinct left(fold(said), 120)
          from unnest(new.expertise) said
         where cardinality(question_words(left(fold(said), 120))) > 0
         order by 1
        on conflict do nothing;
        delete from expertise e
         where e.person_id = new.id
           and e.term not in (select left(fold(said), 120) from unnest(new.expertise) said);
        insert into expertise (term, person_id)
        select distinct t.term, new.id
          from unnest(new.expertise) said
          join expertise_term t on t.term = left(fold(said), 120)
        on conflict do nothing;
        return null;
    end
    $$;

create trigger expertise_begins after insert on person
    for each row when (new.expertise <> '{}') execute function expertise_follows();
create trigger expertise_follows after update of expertise on person
    for each row when (old.expertise is distinct from new.expertise) execute function expertise_follows();

insert into expertise_term (term)
select distinct left(fold(said), 120)
  from person, unnest(expertise) said
 where cardinality(question_words(left(fold(said), 120))) > 0
on conflict do nothing;

insert into expertise (term, person_id)
select distinct t.term, p.id
  from person p, unnest(p.expertise) said
  join expertise_term t on t.term = left(fold(said), 120);

-- Whom a question was brought to, and why.
create table question_call (
    post_id     bigint      not null references question,
    person_id   bigint      not null references person,
    term        text        check (length(term) <= 120),
    like_post   bigint      references post,
    in_place_of bigint      references person,
    called_at   timestamptz not null,
    declined_at timestamptz,
    primary key (post_id, person_id)
);

comment on column question_call.term is 'Their expertise, as folded. Otherwise like_post is the question whose accepted answer is theirs.';

create index question_call_person on question_call (person_id, called_at desc, post_id desc);

-- What somebody does not want to be asked about.
create table question_refusal (
    person_id bigint      not null references person,
    term      text        not null check (length(term) <= 120),
    since     timestamptz not null,
    primary key (person_id, term)
);

-- Whether somebody wants to be called at all, and who answers while they are away.
create table answering (
    person_id  bigint  primary key references person,
    called     boolean not null default true,
    away_until date,
    stand_in   bigint  references person,
    check ((away_until is null) = (stand_in is null)),
    check (stand_in <> person_id)
);

-- Of what was written before there were questions nobody is called.
insert into journal_cursor select 'questions', position from journal_head;
