package org.parvis.journal;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Where a change is written down, in the transaction that makes it; refuses to write outside of one. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Journal {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Stamper stamper;
    private final Changes changes;

    Journal(JdbcClient jdbc, Clock clock, Stamper stamper, Changes changes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.stamper = stamper;
        this.changes = changes;
    }

    public void append(Activity activity) {
        appendAll(List.of(activity));
    }

    /** Keeps the order of the collection; one statement, however many. */
    public void appendAll(Collection<Activity> activities) {
        if (activities.isEmpty()) {
            return;
        }
        // PostgreSQL sends one notification for a transaction, however often it is asked to.
        var ids = jdbc.sql("""
                with written as (
                    insert into journal (inserted_at, actor, verb, object_kind, object_id,
                                         target_kind, target_id, audience_kind, audience_id, quiet)
                    select :now, actor, verb, object_kind, object_id,
                           target_kind, target_id, audience_kind, audience_id, quiet
                      from unnest(:actors::bigint[], :verbs::text[], :objectKinds::text[], :objects::bigint[],
                                  :targetKinds::text[], :targets::bigint[],
                                  :audienceKinds::text[], :audiences::bigint[], :quiets::boolean[])
                           with ordinality
                        as activity (actor, verb, object_kind, object_id,
                                     target_kind, target_id, audience_kind, audience_id, quiet, nth)
                     order by nth
                    returning id
                )
                select id, pg_notify('journal_appended', '') from written
                """)
                .param("now", Times.utc(clock.instant()))
                .param("actors", column(activities, Activity::actor).toArray(Long[]::new))
                .param("verbs", column(activities, a -> a.verb().word()).toArray(String[]::new))
                .param("objectKinds", column(activities, a -> a.object().kind()).toArray(String[]::new))
                .param("objects", column(activities, a -> a.object().id()).toArray(Long[]::new))
                .param("targetKinds", column(activities, a -> kind(a.target())).toArray(String[]::new))
                .param("targets", column(activities, a -> id(a.target())).toArray(Long[]::new))
                .param(
                        "audienceKinds",
                        column(activities, a -> kind(a.audience())).toArray(String[]::new))
                .param("audiences", column(activities, a -> id(a.audience())).toArray(Long[]::new))
                .param("quiets", column(activities, Activity::quiet).toArray(Boolean[]::new))
                .query((row, number) -> row.getLong("id"))
                .list();
        changes.whenCommitted(ids, activities);
    }

    /** To be called once a backup is restored and before anything is appended; positions already given stay. */
    @Transactional
    public void stampRestored() {
        stamper.stampRestored();
    }

    private static <T extends @Nullable Object> List<T> column(
            Collection<Activity> activities, Function<Activity, T> value) {
        return activities.stream().map(value).toList();
    }

    private static @Nullable String kind(@Nullable Reference reference) {
        return reference == null ? null : reference.kind();
    }

    private static @Nullable Long id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }
}
