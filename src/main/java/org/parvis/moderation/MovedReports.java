package org.parvis.moderation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Posts;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalReader;
import org.parvis.journal.Verb;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/**
 * Reports that are open go with a post that is moved: to whoever looks after it where it stands now, and no longer to the
 * owners of where it stood. Moderators who have one keep it.
 */
@Component
class MovedReports implements JournalReader {

    private record Moved(
            ReportId id,
            @Nullable PersonId reported,
            @Nullable CommunityId community) {}

    private final JdbcClient jdbc;
    private final Routing routing;
    private final Clock clock;

    MovedReports(JdbcClient jdbc, Routing routing, Clock clock) {
        this.jdbc = jdbc;
        this.routing = routing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "moved reports";
    }

    @Override
    public void read(List<Entry> entries) {
        entries.stream()
                .filter(entry -> entry.did(Verb.MOVE, Posts.KIND))
                .forEach(entry -> follow(entry.object().id()));
    }

    private void follow(long post) {
        jdbc.sql("""
                select r.id, r.reported_id, p.community_id
                  from post p
                  join report r on r.subject_kind = 'post' and r.subject_id = p.id
                                or r.subject_kind = 'comment'
                                   and r.subject_id in (select k.id from comment k where k.post_id = p.id)
                 where p.id = :post and r.handled_at is null and r.community_id is distinct from p.community_id
                 order by r.id
                   for no key update of r
                """)
                .param("post", post)
                .query((row, number) -> {
                    var reported = row.getObject("reported_id", Long.class);
                    var community = row.getObject("community_id", Long.class);
                    return new Moved(
                            new ReportId(row.getLong("id")),
                            reported == null ? null : new PersonId(reported),
                            community == null ? null : new CommunityId(community));
                })
                .list()
                .forEach(this::follow);
    }

    private void follow(Moved report) {
        var _ = jdbc.sql("""
                update report
                   set community_id = :community::bigint, to_owners = :owners,
                       moderated_at = case when :owners then moderated_at else coalesce(moderated_at, :now) end
                 where id = :report
                """)
                .param(
                        "community",
                        report.community() == null ? null : report.community().value())
                .param("owners", routing.toOwners(report.reported(), report.community()))
                .param("now", utc(clock.instant()))
                .param("report", report.id().value())
                .update();
        routing.tellHandlers(report.id(), null);
    }
}
