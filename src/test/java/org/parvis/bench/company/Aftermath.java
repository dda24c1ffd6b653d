package org.parvis.bench.company;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** What follows from what people wrote: the journal, what they were told, what they kept, the numbers that come next. */
final class Aftermath {

    /** Who reads the journal, as the product's readers are called. */
    static final List<String> READERS = List.of("notifications", "questions", "links", "moved reports", "newcomers");

    private static final int TOLD_DAYS = 21;

    private final World world;
    private final Ledger ledger;
    private final Progress progress;

    Aftermath(World world, Ledger ledger, Progress progress) {
        this.world = world;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** A literal of SQL. */
    static String moment(long micros) {
        return "timestamptz '%s'"
                .formatted(Instant.ofEpochSecond(micros / Rhythm.SECOND, micros % Rhythm.SECOND * 1_000));
    }

    /** Tables in which the journal waits for its order, a month each. */
    static void makeRoom(Connection connection, Months months) throws SQLException {
        for (var month : months.all()) {
            Ledger.execute(connection, """
                    create table bench.entry_%s (at timestamptz, actor bigint, verb text, object_kind text,
                                                 object_id bigint, target_id bigint, audience_kind text,
                                                 audience_id bigint)
                    """.formatted(Months.name(month)));
        }
    }

    void run() throws SQLException, IOException {
        for (var month : world.months().all()) {
            step("journal of " + month, journal(month));
        }
        step("activity", ACTIVITY);
        step("notifications", NOTIFICATIONS.formatted(daysAgo(TOLD_DAYS), now()));
        step("announcements", ANNOUNCEMENTS.formatted(daysAgo(365), now()));
        step("attention", ATTENTION.formatted(daysAgo(60), now()));
        step("sequences", SEQUENCES);
        step("cursors", CURSORS);
    }

    private void step(String name, String sql) throws SQLException, IOException {
        if (!ledger.isDone(name)) progress.says(name);
        ledger.once(name, work -> Ledger.execute(work, sql));
    }

    private String now() {
        return moment(world.company().end());
    }

    private String daysAgo(int days) {
        return moment(world.company().end() - days * 24 * Rhythm.HOUR);
    }

    /** Attached when it is full: its indexes are made at once, as the journal's others are. */
    private String journal(YearMonth month) {
        return """
                create table journal_%1$s (like journal including defaults including constraints);

                insert into journal_%1$s (id, inserted_at, position, actor, verb, object_kind, object_id, target_kind,
                                          target_id, audience_kind, audience_id)
                select head.position + nth, at, head.position + nth, actor, verb, object_kind, object_id,
                       case when target_id is not null then 'post' end, target_id, audience_kind, audience_id
                  from (select *, row_number() over (order by at, actor, object_id) as nth
                          from (select * from bench.entry_%1$s
                                union all
                                select since, follower_id, 'follow', 'person', followed_id, null, null, null
                                  from person_follow where since >= %2$s and since < %3$s and since >= %4$s
                                union all
                                select since, person_id, 'join', 'community', community_id, null, 'community', community_id
                                  from membership where since >= %2$s and since < %3$s and since >= %4$s) entry) entry
                 cross join journal_head head
                 order by nth;

                update journal_head set position = position + (select count(*) from journal_%1$s);
                alter table journal attach partition journal_%1$s for values from (%2$s) to (%3$s);
                drop table bench.entry_%1$s;
                """.formatted(
                        Months.name(month),
                        "'%s-01T00:00:00Z'".formatted(month),
                        "'%s-01T00:00:00Z'".formatted(month.plusMonths(1)),
                        moment(world.months().since()));
    }

    private static final String ACTIVITY = """
            update community c
               set active_at = greatest(c.created_at, newest.at)
              from (select community_id, max(active_at) as at from post where community_id is not null group by 1) newest
             where newest.community_id = c.id
            """;

    /** Nobody is told twice of one comment, and of a thread once, as long as it is not read. */
    private static final String NOTIFICATIONS = """
            insert into notification (person_id, kind, subject_kind, subject_id, comment_id, actors, count, position, at,
                                      read_at)
            with told as (
                select 1 as rank, 'mention' as kind, m.person_id as person, m.post_id as post, m.comment_id as comment,
                       coalesce(k.author_id, p.author_id) as actor, coalesce(k.published_at, p.published_at) as at
                  from mention m
                  join post p on p.id = m.post_id
                  left join comment k on k.id = m.comment_id
                 where coalesce(k.published_at, p.published_at) > %1$s
                union all
                select 2, 'reply', first.author_id, k.post_id, k.id, k.author_id, k.published_at
                  from comment k
                  join comment first on first.id = k.reply_to
                 where k.published_at > %1$s
                union all
                select 3, case when p.kind = 'question' and k.reply_to is null then 'answered' else 'comment' end,
                       p.author_id, k.post_id, k.id, k.author_id, k.published_at
                  from comment k
                  join post p on p.id = k.post_id
                 where k.published_at > %1$s
            ), once as (
                select distinct on (post, comment, person) * from told
                 where person <> actor
                 order by post, comment, person, rank
            ), by_actor as (
                select kind, person, post, actor, count(*) as count, max(at) as at,
                       (array_agg(comment order by at desc))[1] as comment
                  from once
                 group by kind, person, post, actor
            ), by_thread as (
                select kind, person, post, sum(count)::int as count, max(at) as at,
                       (array_agg(comment order by at desc))[1] as comment, array_agg(actor order by at desc) as actors
                  from by_actor
                 group by kind, person, post
            )
            select t.person, t.kind, 'post', t.post, t.comment, t.actors[1 : 50], t.count, j.position, t.at,
                   case when mod(t.person * 31 + t.post * 17, 10) < 6 then least(t.at + interval '3 hours', %2$s) end
              from by_thread t
              join journal j on j.inserted_at > %1$s and j.verb = 'create' and j.quiet is false
               and j.object_kind = case when t.comment is null then 'post' else 'comment' end
               and j.object_id = coalesce(t.comment, t.post)
             order by t.at, t.person, t.post, t.kind
            """;

    /** After a year only the numbers stay; before, those of the last sixty days were read by most, others by few. */
    private static final String ANNOUNCEMENTS = """
            insert into announcement_reading (post_id, person_id, seen_at, read_at)
            select a.post_id, p.id, least(post.published_at + interval '5 hours', %2$s),
                   case when mod(p.id * 7 + a.post_id * 13, 4) > 0
                        then least(post.published_at + interval '6 hours', %2$s) end
              from announcement a
              join post on post.id = a.post_id
              join person p on p.kind = 'employee'
                           and (a.countries = '{}' or p.country = any (a.countries))
             where post.published_at > %1$s
               and mod(p.id * 31 + a.post_id * 17, 100)
                   < case when post.published_at > %2$s - interval '60 days' then 60 else 3 end;

            update announcement a
               set settled_at = post.published_at + interval '1 year',
                   reached = counted.people, seen = counted.people * 7 / 10, acknowledged = 0
              from post,
                   (select a.post_id, count(p.id) as people
                      from announcement a
                      join person p on p.kind = 'employee'
                                   and (a.countries = '{}' or p.country = any (a.countries))
                     group by a.post_id) counted
             where post.id = a.post_id and counted.post_id = a.post_id and post.published_at <= %1$s;
            """;

    /** What is each reader's own: topics, pins of owners, bookmarks, who opened a thread, when one came last. */
    private static final String ATTENTION = """
            insert into topic_follow (person_id, topic_id, since)
            select p.id, 1 + mod(p.id * 7919 + n * 104729, (select count(*) from topic)), p.created_at
              from person p
             cross join generate_series(1, 3) n
             where mod(p.id + n, 2) = 0
            on conflict do nothing;

            insert into pin (community_id, slot, post_id, pinned_by, pinned_at)
            select distinct on (p.community_id) p.community_id, 1, p.id, c.created_by, p.published_at
              from post p
              join community c on c.id = p.community_id
             where p.kind = 'article' and mod(c.id, 3) = 0
             order by p.community_id, p.published_at desc;

            insert into bookmark (person_id, post_id, since)
            select person_id, post_id, at from post_reaction where kind = 'idea' and at > %1$s;

            insert into post_reader (post_id, person_id)
            select post_id, person_id from post_reaction where at > %1$s
            on conflict do nothing;

            insert into post_reach (post_id, readers) select post_id, count(*) from post_reader group by post_id;

            insert into feed_visit (person_id, view, seen_at, previous_seen_at)
            select id, 'for-me', %2$s - mod(id * 7919, 10080) * interval '1 minute',
                   %2$s - (mod(id * 7919, 10080) + 1440) * interval '1 minute'
              from person where mod(id, 5) < 3;
            """;

    private static final String SEQUENCES = """
            do $$
            declare
                kept record;
                newest bigint;
            begin
                for kept in select attrelid::regclass as place, attname as name from pg_attribute
                              join pg_class on pg_class.oid = attrelid
                             where attidentity <> '' and relnamespace = current_schema()::regnamespace and relkind = 'r'
                loop
                    execute format('select max(%I) from %s', kept.name, kept.place) into newest;
                    if newest is not null then
                        perform setval(pg_get_serial_sequence(kept.place::text, kept.name), newest);
                    end if;
                end loop;
                perform setval('journal_id', greatest(1, (select position from journal_head)));
            end
            $$
            """;

    /** Whoever reads the journal has read it to the end. */
    private static final String CURSORS = """
            insert into journal_cursor (name, position)
            select name, position
              from journal_head, unnest(array['%s']) name
            on conflict (name) do update set position = excluded.position
            """.formatted(String.join("', '", READERS));
}
