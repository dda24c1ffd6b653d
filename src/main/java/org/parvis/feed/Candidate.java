package org.parvis.feed;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;

/**
 * What decides into whose feed a post comes, and nothing of what it says.
 *
 * @param community 0 on a wall
 * @param everyones whether its place is one that every employee reads
 * @param site its author's, on a wall; null where there is none
 * @param department its author's, on a wall; null where there is none
 * @param topics those it names itself and in what stands under it, in order
 * @param ownTopics those it names itself
 * @param mentioned the people it mentions itself
 */
record Candidate(
        long id,
        long author,
        long community,
        boolean everyones,
        @Nullable String site,
        @Nullable String department,
        Instant publishedAt,
        Instant activeAt,
        long[] topics,
        long[] ownTopics,
        long[] mentioned) {

    /** For a post {@code p}. */
    static final String COLUMNS = """
            p.id, p.author_id, coalesce(p.community_id, 0) as community, p.published_at, p.active_at,
            coalesce(c.access = 'open', true) as everyones,
            case when p.community_id is null and a.deleted_at is null then a.site end as site,
            case when p.community_id is null and a.deleted_at is null then a.department end as department,
            array(select distinct named.topic_id
                    from post_topic named
                    left join comment k on k.id = named.comment_id
                   where named.post_id = p.id and (k.id is null or k.deleted_at is null and k.hidden_at is null)
                   order by named.topic_id) as topics,
            array(select named.topic_id from post_topic named
                   where named.post_id = p.id and named.comment_id is null) as own_topics,
            array(select m.person_id from mention m where m.post_id = p.id and m.comment_id is null) as mentioned
            """;

    static final String JOINS = """
              join person a on a.id = p.author_id
              left join community c on c.id = p.community_id
            """;

    static Candidate of(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getLong("id"),
                row.getLong("author_id"),
                row.getLong("community"),
                row.getBoolean("everyones"),
                row.getString("site"),
                row.getString("department"),
                instant(row, "published_at"),
                instant(row, "active_at"),
                numbers(row, "topics"),
                numbers(row, "own_topics"),
                numbers(row, "mentioned"));
    }

    Instant at(View view) {
        return view.byActivity() ? activeAt : publishedAt;
    }

    boolean isOnWall() {
        return community == 0;
    }

    boolean mentions(long person) {
        return Arrays.stream(mentioned).anyMatch(one -> one == person);
    }

    private static long[] numbers(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Long[]) row.getArray(column).getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }
}
