package org.parvis.announcements;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.database.JsonRows;
import org.parvis.platform.web.Awaited;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What waits at the top of people's home pages until they have read it. As long as nothing is announced to anybody, nobody
 * is looked up.
 */
@Component
public class WaitingAnnouncements implements ChangeListener {

    /** What may wait for a viewer; no rows where it is known that nothing does. */
    public record Asked(Viewer viewer, long changes, List<JsonRows<Announced.Row>> rows) {

        /** What is to be read. */
        public List<JsonRows<?>> beside() {
            return List.copyOf(rows);
        }
    }

    private static final int SHOWN = 3;
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    // Those that ask to be confirmed first, then the latest.
    private final Awaited<List<Announced>> waiting = new Awaited<>(A_WHILE, List::isEmpty);
    private final JdbcClient jdbc;
    private final Sights sights;
    private final Clock clock;
    private boolean silent;
    private Instant lookAgain = Instant.EPOCH;
    private long changes;

    WaitingAnnouncements(JdbcClient jdbc, Sights sights, Clock clock) {
        this.jdbc = jdbc;
        this.sights = sights;
        this.clock = clock;
    }

    /** What waits for the viewer, to be read with something else of the page, and then {@link #show shown}. */
    public Asked ask(Viewer viewer) {
        // The changes first: not what was read before something came is kept after it.
        var before = waiting.changes();
        var nothing = isSilent() || waiting.known(viewer.id().value()) != null;
        return new Asked(viewer, before, nothing ? List.of() : List.of(rows(viewer)));
    }

    /** The first few, which stand before the viewer from now on. */
    public List<Announced> show(Asked asked) {
        var first = asked.rows().stream()
                .flatMap(rows -> rows.found().stream())
                .map(Announced.Row::announced)
                .toList();
        var viewer = asked.viewer();
        if (!asked.rows().isEmpty()) {
            waiting.found(viewer.id().value(), first, asked.changes());
        }
        var fresh =
                first.stream().filter(one -> !one.seen()).map(Announced::post).toList();
        sights.saw(viewer, fresh);
        return first;
    }

    List<Announced> show(Viewer viewer) {
        var asked = ask(viewer);
        JsonRows.read(jdbc, asked.beside());
        return show(asked);
    }

    private boolean isSilent() {
        if (isTimeToLook()) look();
        return silent();
    }

    /** Finds out whether there is anything to show to anybody. */
    @EventListener(ApplicationReadyEvent.class)
    void look() {
        var before = changes();
        var now = clock.instant();
        var any = jdbc.sql("select exists (select from announcement where expires_at > :now)")
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
        found(any, before, now.plus(A_WHILE));
    }

    // Offset 0: of what one has read since ever, the planner would look through all.
    private JsonRows<Announced.Row> rows(Viewer viewer) {
        return new JsonRows<>(
                Announced.Row.class,
                """
                select a.post_id, %s as author, c.name as place, coalesce(w.title, p.title) as title,
                       coalesce(w.text, p.text) as text, coalesce(w.language, p.language) as language, p.published_at,
                       a.acknowledge, r.person_id is not null as seen
                  from announcement a
                  join readable_posts(:viewer) p on p.id = a.post_id
                  join person author on author.id = p.author_id
                  left join community c on c.id = p.community_id
                  left join lateral (select * from announcement_reading r
                                      where r.post_id = a.post_id and r.person_id = :viewer
                                     offset 0) r on true
                  left join announcement_wording w on w.post_id = a.post_id and w.language = :language
                 where a.expires_at > :now and p.author_id <> :viewer
                   and case when a.acknowledge then r.acknowledged_at is null else r.read_at is null end
                   and exists (select from %s where t.id = :viewer)
                 order by a.acknowledge desc, p.published_at desc, p.id desc
                 limit :shown
                """.formatted(PersonCard.json("author"), Targeting.OF_ANNOUNCEMENT),
                Map.of(
                        "viewer", viewer.id().value(),
                        "language", viewer.locale().getLanguage(),
                        "now", utc(clock.instant()),
                        "shown", SHOWN));
    }

    // A new announcement may be for anybody, and whoever enters a place or takes another job may be reached by an old
    // one.
    @Override
    public void changed(List<Activity> changes) {
        for (var change : changes) {
            if (change.object().is(Announcements.KIND)) {
                speak();
                waiting.came();
            } else if (change.object().is("person")) {
                waiting.came(change.object().id());
            }
        }
    }

    private synchronized boolean isTimeToLook() {
        return !clock.instant().isBefore(lookAgain);
    }

    private synchronized boolean silent() {
        return silent;
    }

    private synchronized long changes() {
        return changes;
    }

    // Not what was found before something came.
    private synchronized void found(boolean any, long before, Instant again) {
        silent = !any && changes == before;
        lookAgain = again;
    }

    private synchronized void speak() {
        changes++;
        silent = false;
    }
}
