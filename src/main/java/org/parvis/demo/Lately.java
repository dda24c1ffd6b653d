package org.parvis.demo;

import static org.parvis.platform.time.Times.utc;

import org.parvis.communities.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happened since the visitor was last there: who follows whom, what waits, what rings the bell. */
@Component
class Lately {

    private static final Duration RECENT = Duration.ofDays(9);

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Clock clock;

    Lately(JdbcClient jdbc, Memberships memberships, Clock clock) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.clock = clock;
    }

    @Transactional
    public void happen(Map<String, Colleague> staff, Map<String, Group> groups, Colleague visitor) {
        follow(staff, visitor);
        followTopics(visitor);
        bookmark(visitor);
        plan(visitor);
        pin();
        close();
        count();
        ask(staff, group(groups, "soudage-et-assemblage"));
        memberships.invite(
                colleague(staff, "VA-00003").viewer(),
                group(groups, "preparation-arret-annuel").id(),
                visitor.id());
        var lastVisit = new Moments(clock.instant()).lastVisit(visitor.zone());
        tell(lastVisit);
        visit(lastVisit);
        welcome(colleague(staff, "VA-00002"), group(groups, "bienvenue"));
        report(colleague(staff, "VA-00003"), visitor);
    }

    // One waits for the visitor, who administrates where there are no moderators; one has been looked at.
    private void report(Colleague reporter, Colleague visitor) {
        jdbc.sql("""
                with chosen as (
                    select p.id, p.author_id, p.community_id, p.text, row_number() over (order by p.id desc) as nth
                      from post p
                     where p.deleted_at is null and p.author_id not in (:reporter, :visitor)
                       and (p.community_id is null
                            or p.community_id in (select id from community where access = 'open'))
                     order by p.id desc
                     limit 2
                ), opened as (
                    insert into report (subject_kind, subject_id, reported_id, community_id, to_owners, opened_at,
                                        moderated_at, handled_at)
                    select 'post', id, author_id, community_id, false, :at, :at, case when nth = 2 then :at::timestamptz end
                      from chosen
                    returning id, subject_id, handled_at
                ), voiced as (
                    insert into report_voice (report_id, person_id, reason, text, words, at)
                    select o.id, :reporter, 'misplaced', 'Cela concerne une autre communauté, je crois.', left(c.text, 40000), :at
                      from opened o
                      join chosen c on c.id = o.subject_id
                )
                insert into report_handling (report_id, person_id, action, reason, at)
                select id, :visitor, 'keep', 'C’est à sa place ici : tout le monde en a l’usage.', :at
                  from opened
                 where handled_at is not null
                """)
                .param("reporter", reporter.id().value())
                .param("visitor", visitor.id().value())
                .param("at", utc(clock.instant().minus(Duration.ofHours(3))))
                .update();
    }

    // Everybody follows whom they report to, and some whom they have read.
    private void follow(Map<String, Colleague> staff, Colleague visitor) {
        jdbc.sql("""
                insert into person_follow (follower_id, followed_id, since)
                select p.id, p.manager_id, :since from person p where p.id = any (:staff) and p.manager_id is not null
                union
                select p.id, author.id, :since
                  from person p
                  join person author on author.id <> p.id and author.id = any (:staff)
                 where p.id = any (:staff)
                   and (abs(hashint8(p.id * 1009 + author.id)) % 100 < 2 or p.id = :visitor and author.id = any (:known))
                on conflict do nothing
                """)
                .param("since", utc(clock.instant().minus(Duration.ofDays(40))))
                .param(
                        "staff",
                        staff.values().stream().map(one -> one.id().value()).toArray(Long[]::new))
                .param("visitor", visitor.id().value())
                .param(
                        "known",
                        List.of("VA-00002", "VA-00003", "VA-00005", "VA-00006", "VA-00007", "VA-00008", "VA-00009")
                                .stream()
                                .map(key -> colleague(staff, key).id().value())
                                .toArray(Long[]::new))
                .update();
    }

    private void followTopics(Colleague visitor) {
        jdbc.sql("""
                insert into topic_follow (person_id, topic_id, since)
                select :visitor, pt.topic_id, :since
                  from post_topic pt
                 group by pt.topic_id
                 order by count(*) desc, pt.topic_id
                 limit 4
                on conflict do nothing
                """)
                .param("visitor", visitor.id().value())
                .param("since", utc(clock.instant().minus(Duration.ofDays(40))))
                .update();
    }

    // Three to find again, of which one comes back next week; one thread that has been heard enough of.
    private void bookmark(Colleague visitor) {
        jdbc.sql("""
                with read as (
                    select p.id, row_number() over (order by p.active_at desc, p.id) as nth
                      from readable_posts(:visitor) p
                     where p.author_id <> :visitor
                     order by p.active_at desc, p.id
                     limit 12
                ), kept as (
                    insert into bookmark (person_id, post_id, since, remind_at)
                    select :visitor, id, :now - nth * interval '7 hours',
                           case when nth = 8 then date_trunc('day', :now::timestamptz) + interval '7 days 8 hours' end
                      from read
                     where nth in (3, 8, 11)
                    on conflict do nothing
                )
                insert into thread_watch (post_id, person_id, muted, since)
                select id, :visitor, nth = 5, :now - interval '1 day' from read where nth in (2, 5)
                on conflict do nothing
                """)
                .param("visitor", visitor.id().value())
                .param("now", utc(clock.instant()))
                .update();
    }

    // The liveliest post of every community of a certain size stands on top.
    private void pin() {
        jdbc.sql("""
                insert into pin (community_id, slot, post_id, pinned_by, pinned_at)
                select chosen.community_id, 1, chosen.id, owner.person_id, :now
                  from (select distinct on (p.community_id) p.community_id, p.id
                          from post p
                         where p.community_id is not null and p.deleted_at is null
                         order by p.community_id, (select count(*) from comment k where k.post_id = p.id) desc, p.id) chosen
                 cross join lateral (select m.person_id from membership m
                                      where m.community_id = chosen.community_id and m.role = 'owner'
                                      order by m.since, m.person_id limit 1) owner
                 where (select count(*) from post p where p.community_id = chosen.community_id) > 20
                on conflict do nothing
                """).param("now", utc(clock.instant())).update();
    }

    // What nobody has answered for months.
    private void close() {
        jdbc.sql("""
                update post p
                   set closed_at = :now, closed_by = p.author_id,
                       close_reason = 'C’est réglé, merci à tous. Pour la suite, ouvrez une nouvelle conversation.'
                 where p.id in (select p.id from post p
                                 where p.kind = 'update' and p.community_id is not null and p.deleted_at is null
                                   and exists (select from comment k where k.post_id = p.id)
                                 order by p.active_at, p.id limit 3)
                """).param("now", utc(clock.instant())).update();
    }

    private void count() {
        jdbc.sql("""
                insert into post_reach (post_id, readers)
                select p.id, 8 + abs(hashint8(p.id)) % 90 from post p where p.deleted_at is null
                on conflict do nothing
                """).update();
    }

    private void plan(Colleague visitor) {
        jdbc.sql("""
                insert into draft (person_id, key, form, changed_at, publish_at)
                values (:visitor, gen_random_uuid(), :form::jsonb, :now, date_trunc('day', :now::timestamptz) + interval '6 days 8 hours')
                """)
                .param("visitor", visitor.id().value())
                .param("now", utc(clock.instant()))
                .param("form", """
                        {"kind": ["update"], "community": [""],
                         "text": ["Bonne semaine à tous ! Les résultats du trimestre seront présentés jeudi à 10 heures."]}
                        """)
                .update();
    }

    private void ask(Map<String, Colleague> staff, Group group) {
        Dice.shuffled(staff.values(), one -> "asks" + one.key()).stream()
                .filter(one -> !group.members().contains(one) && one.site().equals("Le Creusot"))
                .limit(2)
                .forEach(one -> memberships.enter(one.viewer(), group.id()));
    }

    // The past comes in quietly; of the latest answers people were told, and those since their last visit are unread.
    private void tell(Instant lastVisit) {
        jdbc.sql("""
                with told as (
                    select distinct on (k.id, who.person) who.person, who.kind, k.post_id as post, k.id as comment,
                           k.author_id as actor, k.published_at as at, k.published_at > :lastVisit as unread
                      from comment k
                      join post p on p.id = k.post_id
                     cross join lateral (
                           select m.person_id, 'mention', 1 from mention m where m.comment_id = k.id
                           union all
                           select parent.author_id, 'reply', 2 from comment parent where parent.id = k.reply_to
                           union all
                           select p.author_id, 'comment', 3) who (person, kind, rank)
                     where k.published_at > :recent and who.person <> k.author_id
                     order by k.id, who.person, who.rank
                ), by_actor as (
                    select person, kind, post, unread, actor, max(at) as at, max(comment) as comment, count(*) as count
                      from told
                     group by person, kind, post, unread, actor
                )
                insert into notification (person_id, kind, subject_kind, subject_id, comment_id, actors, count, position, at,
                                          read_at)
                select b.person, b.kind, 'post', b.post, max(b.comment), array_agg(b.actor order by b.at desc), sum(b.count), 0,
                       max(b.at), case when not b.unread then :lastVisit end
                  from by_actor b
                  join person p on p.id = b.person and p.state = 'active'
                 group by b.person, b.kind, b.post, b.unread
                """)
                .param("recent", utc(clock.instant().minus(RECENT)))
                .param("lastVisit", utc(lastVisit))
                .update();
    }

    private void visit(Instant lastVisit) {
        jdbc.sql("""
                insert into feed_visit (person_id, view, seen_at)
                select p.id, view, :lastVisit
                  from person p
                 cross join unnest(array['for-me', 'following', 'company']) view
                 where p.state = 'active'
                on conflict do nothing
                """).param("lastVisit", utc(lastVisit)).update();
    }

    // Who is here already is none; who comes later follows the network's host and starts where people are welcomed.
    private void welcome(Colleague host, Group place) {
        jdbc.sql("""
                insert into newcomer (person_id, started_at)
                select id, created_at from person where state = 'active'
                on conflict do nothing
                """).update();
        jdbc.sql("""
                insert into newcomer_start (kind, id) values ('person', :host), ('community', :place)
                on conflict do nothing
                """)
                .param("host", host.id().value())
                .param("place", place.id().value())
                .update();
    }

    private static Colleague colleague(Map<String, Colleague> staff, String key) {
        return Objects.requireNonNull(staff.get(key), key);
    }

    private static Group group(Map<String, Group> groups, String key) {
        return Objects.requireNonNull(groups.get(key), key);
    }
}
