package org.parvis.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Communities to join, beside the feed. Only what anyone may read counts, so that nobody learns who is where; how many
 * colleagues are in one decides the order and is not shown.
 */
@Component
class Suggestions implements HomePanel, ChangeListener {

    private static final int SHOWN = 3;

    /** Of one site, from which those are taken that somebody is not in yet. */
    private static final int CHOICE = 60;

    /** At a large site not everybody need be asked. */
    private static final int ASKED = 200;

    private final JdbcClient jdbc;
    private final KnownInterests interests;
    private final Fragments fragments;

    // Open communities, which every employee finds and reads.
    private final Cache<String, List<Suggestion>> atSites = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(30))
            .maximumSize(2_000)
            .build();

    Suggestions(JdbcClient jdbc, KnownInterests interests, Fragments fragments) {
        this.jdbc = jdbc;
        this.interests = interests;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public @Nullable Content panel(Page page, Viewer viewer) {
        var found = viewer.employee() ? of(viewer) : List.<Suggestion>of();
        return found.isEmpty() ? null : fragments.of("feed/suggestions", Map.of("page", page, "suggestions", found));
    }

    List<Suggestion> of(Viewer viewer) {
        var mine = interests.of(viewer);
        return mine.workplace() == null
                ? List.of()
                : atSites.get(mine.workplace(), this::read).stream()
                        .filter(place -> !mine.isIn(place.community()))
                        .limit(SHOWN)
                        .toList();
    }

    private List<Suggestion> read(String site) {
        return jdbc.sql("""
                select c.id, c.name, c.tone, c.picture
                  from (select m.community_id, count(*) as colleagues
                          from (select id from person
                                 where site = :site and state <> 'deactivated' and deleted_at is null
                                 limit :asked) colleague
                          join membership m on m.person_id = colleague.id
                         group by m.community_id) there
                  join community c on c.id = there.community_id
                 where c.access = 'open' and c.archived_at is null and c.deleted_at is null
                 order by there.colleagues desc, c.id
                 limit :choice
                """)
                .param("site", site)
                .param("asked", ASKED)
                .param("choice", CHOICE)
                .query(Suggestion::of)
                .list();
    }

    // Names, pictures, and whether it is still open to all.
    @Override
    public void changed(List<Activity> changes) {
        var other = changes.stream().anyMatch(change -> change.changes(Communities.KIND));
        if (other) atSites.invalidateAll();
    }
}
