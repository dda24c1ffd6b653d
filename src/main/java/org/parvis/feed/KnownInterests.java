package org.parvis.feed;

import org.parvis.communities.Communities;
import org.parvis.conversation.Topics;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.journal.Kept;
import org.parvis.journal.Reference;
import org.parvis.people.People;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What brings posts to whom, kept in memory for those who come. */
@Component
class KnownInterests implements ChangeListener {

    /** In things that somebody follows or is in; some fifty bytes each. */
    private static final int MOST = 1_500_000;

    private final JdbcClient jdbc;
    private final Kept<Interests> kept;

    KnownInterests(JdbcClient jdbc) {
        this.jdbc = jdbc;
        kept = new Kept<>(MOST, Interests::size, this::load);
    }

    Interests of(Viewer viewer) {
        var id = viewer.id().value();
        return Objects.requireNonNullElseGet(
                kept.of(List.of(id)).get(id),
                () -> new Interests(
                        id, viewer.employee(), Set.of(), Set.of(), Set.of(), Map.of(), Set.of(), null, null, null));
    }

    private Map<Long, Interests> load(Set<Long> people) {
        return jdbc
                .sql("""
                select me.id, me.kind = 'employee' as employee,
                       array(select m.community_id from membership m where m.person_id = me.id) as communities,
                       array(select f.community_id from feed_muted f
                              where f.person_id = me.id and f.kind = 'community') as muted_communities,
                       array(select f.followed_id from person_follow f where f.follower_id = me.id) as people,
                       array(select t.id || ' ' || t.name
                               from topic_follow f
                               join topic t on t.id = f.topic_id
                              where f.person_id = me.id) as topics,
                       array(select m.topic_id from topic_mute m where m.person_id = me.id) as muted_topics, me.site as workplace,
                       case when not exists (select from feed_muted f where f.person_id = me.id and f.kind = 'site')
                            then me.site end as site,
                       case when not exists (select from feed_muted f where f.person_id = me.id and f.kind = 'department')
                            then me.department end as department
                  from person me
                 where me.id = any (:people)
                """)
                .param("people", people.toArray(Long[]::new))
                .query(KnownInterests::interests)
                .list()
                .stream()
                .collect(Collectors.toMap(Interests::person, Function.identity()));
    }

    private static Interests interests(ResultSet row, int number) throws SQLException {
        return new Interests(
                row.getLong("id"),
                row.getBoolean("employee"),
                numbers(row, "communities"),
                numbers(row, "muted_communities"),
                numbers(row, "people"),
                topics(row),
                numbers(row, "muted_topics"),
                row.getString("workplace"),
                row.getString("site"),
                row.getString("department"));
    }

    private static Set<Long> numbers(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }

    private static Map<Long, String> topics(ResultSet row) throws SQLException {
        var topics = new HashMap<Long, String>();
        for (var text : (String[]) row.getArray("topics").getArray()) {
            var parts = text.split(" ", 2);
            topics.put(Long.parseLong(parts[0]), parts[1]);
        }
        return Map.copyOf(topics);
    }

    @Override
    public void changed(List<Activity> changes) {
        for (var change : changes) {
            var actor = change.actor();
            if (actor != null && isFollowed(change.object())) kept.drop(actor);
            if (change.object().is(People.KIND)) kept.drop(change.object().id());
            if (change.changes(Topics.KIND)) kept.dropAll();
        }
    }

    // What one follows, mutes, enters or leaves.
    private static boolean isFollowed(Reference object) {
        return object.is(People.KIND) || object.is(Communities.KIND) || object.is(Topics.KIND);
    }
}
