package org.parvis.demo;

import static org.parvis.platform.time.Times.utc;

import org.parvis.communities.Memberships;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happened since the visitor was last there: who follows whom, what waits, what rings the bell. */
@Component
class Lately {

    private static final Duration RECENT = Duration.ofDays(9);

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Journal journal;
    private final Clock clock;

    Lately(JdbcClient jdbc, Memberships memberships, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public void happen(Map<String, Colleague> staff, Map<String, Group> groups, Colleague visitor) {
        follow(staff, visitor);
        followTopics(visitor);
        ask(staff, group(groups, "soudage-et-assemblage"));
        memberships.invite(
                colleague(staff, "VA-00003").viewer(),
                group(groups, "preparation-arret-annuel").id(),
                visitor.id());
        ring(visitor);
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

    private void ask(Map<String, Colleague> staff, Group group) {
        Dice.shuffled(staff.values(), one -> "asks" + one.key()).stream()
                .filter(one -> !group.members().contains(one) && one.site().equals("Le Creusot"))
                .limit(2)
                .forEach(one -> memberships.enter(one.viewer(), group.id()));
    }

    // The past comes in quietly; the latest answers to the visitor are told once more, aloud.
    private void ring(Colleague visitor) {
        journal.appendAll(jdbc.sql("""
                select k.id, k.post_id, k.author_id, p.community_id, p.author_id as wall
                  from comment k
                  join post p on p.id = k.post_id
                 where k.published_at > :recent and k.author_id <> :visitor
                   and (p.author_id = :visitor
                        or exists (select from mention m where m.comment_id = k.id and m.person_id = :visitor))
                 order by k.published_at
                """)
                .param("visitor", visitor.id().value())
                .param("recent", utc(clock.instant().minus(RECENT)))
                .query((row, number) -> {
                    var community = row.getObject("community_id", Long.class);
                    return Activity.by(row.getLong("author_id"))
                            .create(Reference.to("comment", row.getLong("id")))
                            .to(Reference.to("post", row.getLong("post_id")))
                            .in(
                                    community == null
                                            ? Reference.to("person", row.getLong("wall"))
                                            : Reference.to("community", community));
                })
                .list());
    }

    private static Colleague colleague(Map<String, Colleague> staff, String key) {
        return Objects.requireNonNull(staff.get(key), key);
    }

    private static Group group(Map<String, Group> groups, String key) {
        return Objects.requireNonNull(groups.get(key), key);
    }
}
