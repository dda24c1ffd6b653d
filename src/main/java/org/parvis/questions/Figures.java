package org.parvis.questions;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;

/** How well a community answers: over a year, and only where enough was asked to say anything. */
@Repository
@Transactional(readOnly = true)
class Figures {

    /** How many questions it takes. */
    static final int ENOUGH = 10;

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Null where fewer than {@link #ENOUGH} questions were answered or are overdue. */
    @Nullable
    CommunityFigures of(Viewer viewer, CommunityId community) {
        var now = clock.instant();
        return jdbc.sql("""
                select count(*) as settled,
                       count(*) filter (where q.answered_at <= q.due_at) as in_time,
                       extract(epoch from percentile_cont(0.5) within group (order by q.answered_at - q.asked_at)
                                          filter (where q.answered_at is not null)) as median
                  from readable_posts(:viewer) p
                  join question q on q.post_id = p.id
                 where p.community_id = :community and p.published_at > :since
                   and (q.answered_at is not null or q.due_at <= :now)
                """)
                .param("viewer", viewer.id().value())
                .param("community", community.value())
                .param("since", utc(now.minus(A_YEAR)))
                .param("now", utc(now))
                .query((row, number) -> row.getLong("settled") < ENOUGH
                        ? null
                        : new CommunityFigures(
                                (int) (100 * row.getLong("in_time") / row.getLong("settled")),
                                Duration.ofSeconds(row.getLong("median"))))
                .list()
                .getFirst();
    }
}
