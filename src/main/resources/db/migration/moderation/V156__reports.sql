-- What people report, the words as they stood then, and what became of it.

create table report (
    id           bigint      generated always as identity primary key,
    subject_kind text        not null check (subject_kind in ('post', 'comment', 'person', 'community')),
    subject_id   bigint      not null,
    reported_id  bigint      references person,
    community_id bigint      references community,
    to_owners    boolean     not null,
    opened_at    timestamptz not null,
    moderated_at timestamptz,
    handled_at   timestamptz
);

comment on column report.reported_id is 'Who wrote it, or is it: nobody handles a report about himself. Null for a community.';
comment on column report.to_owners is 'Whether the owners of the community handle it.';
comment on column report.moderated_at is 'Since when the moderators of the network handle it, too.';

create unique index report_open on report (subject_kind, subject_id) where handled_at is null;
create index report_newest on report (opened_at desc, id desc);
create index report_community on report (community_id, opened_at desc, id desc);
create index report_waiting on report (opened_at) where handled_at is null and moderated_at is null;
create index report_handled on report (handled_at) where handled_at is not null;

-- Each who reports it, why, and the words they show to whoever handles it.
create table report_voice (
    report_id bigint      not null references report on delete cascade,
    person_id bigint      not null references person,
    reason    text        not null check (reason in ('disrespect', 'private', 'misplaced', 'safety', 'other')),
    text      text        not null check (length(text) <= 2000),
    words     text        not null check (length(words) <= 40000),
    at        timestamptz not null,
    primary key (report_id, person_id)
);

create index report_voice_person on report_voice (person_id);

-- What was decided, the latest last; what was hidden may be shown again or removed.
create table report_handling (
    id        bigint      generated always as identity primary key,
    report_id bigint      not null references report on delete cascade,
    person_id bigint      not null references person,
    action    text        not null check (action in ('keep', 'hide', 'remove', 'warn')),
    reason    text        not null check (length(reason) between 1 and 2000),
    at        timestamptz not null
);

create index report_handling_report on report_handling (report_id, id);

-- The one answer to who handles a report: the owners, the moderators of the network, and the administrators where no
-- moderator may. Nobody handles what is about himself or his community.
create function handleable_reports(viewer bigint) returns setof report
    language sql stable parallel safe
    as $$
    select r.*
      from report r
     where r.reported_id is distinct from viewer
       and (   (r.to_owners
                and r.community_id in (select community_id from membership where person_id = viewer and role = 'owner'))
            or (r.moderated_at is not null
                and not (r.subject_kind = 'community'
                         and r.subject_id in (select community_id from membership
                                               where person_id = viewer and role = 'owner'))
                and exists (select
                              from network_role mine
                             where mine.person_id = viewer
                               and (mine.role = 'moderator'
                                    or (mine.role = 'administrator'
                                        and not exists (select
                                                          from network_role other
                                                          join person p on p.id = other.person_id
                                                         where other.role = 'moderator'
                                                           and p.state = 'active' and p.deleted_at is null
                                                           and p.id is distinct from r.reported_id
                                                           and not (r.subject_kind = 'community'
                                                                    and exists (select from membership m
                                                                                 where m.community_id = r.subject_id
                                                                                   and m.person_id = p.id
                                                                                   and m.role = 'owner'))))))))
    $$;

-- Whether the viewer reads today what was reported.
create function reads_reported(viewer bigint, kind text, thing bigint) returns boolean
    language sql stable parallel safe
    as $$
    select case kind
               when 'post' then exists (select from readable_posts(viewer) p where p.id = thing)
               when 'comment' then exists (select from readable_posts(viewer) p
                                             join comment k on k.post_id = p.id
                                            where k.id = thing and stands(k, viewer))
               when 'person' then exists (select from visible_people(viewer) p where p.id = thing)
               else exists (select from findable_communities(viewer) c where c.id = thing)
           end
    $$;

-- What somebody may be told of reports, by the kind of the notification: that one waits for them, what became of theirs,
-- what was decided about them. Who reported is in none of it.
create function told_reports(viewer bigint)
    returns table (id bigint, kind text, subject_kind text, subject_id bigint, community_id bigint, words text,
                   outcome text, reason text)
    language sql stable parallel safe
    as $$
    select r.id, 'report', r.subject_kind, r.subject_id, r.community_id,
           (select v.words from report_voice v where v.report_id = r.id order by v.at, v.person_id limit 1),
           null::text, null::text
      from handleable_reports(viewer) r
     where r.handled_at is null
    union all
    select r.id, 'report_handled', r.subject_kind, r.subject_id, r.community_id, v.words, h.action, h.reason
      from report_voice v
      join report r on r.id = v.report_id
     cross join lateral (select action, reason from report_handling
                          where report_id = r.id order by id desc limit 1) h
     where v.person_id = viewer
       and (h.action in ('hide', 'remove') or reads_reported(viewer, r.subject_kind, r.subject_id))
    union all
    select r.id, 'report_decided', r.subject_kind, r.subject_id, r.community_id,
           (select v.words from report_voice v where v.report_id = r.id order by v.at, v.person_id limit 1),
           h.action, h.reason
      from report r
     cross join lateral (select action, reason from report_handling
                          where report_id = r.id order by id desc limit 1) h
     where reads_reported(viewer, r.subject_kind, r.subject_id)
       and (   r.reported_id = viewer
            or (r.subject_kind = 'community'
                and r.subject_id in (select community_id from membership where person_id = viewer and role = 'owner')))
    $$;
