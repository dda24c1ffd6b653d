package org.parvis.feed;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Communities to join, beside the feed. Only what anyone may read counts, so that nobody learns who is where; how many
 * colleagues are in one decides the order and is not shown.
 */
@Component
class Suggestions implements HomePanel {

    private static final int SHOWN = 3;

    /** At a large site not everybody need be asked. */
    private static final int ASKED = 200;

    private final JdbcClient jdbc;
    private final Fragments fragments;

    Suggestions(JdbcClient jdbc, Fragments fragments) {
        this.jdbc = jdbc;
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
        return jdbc.sql("""
                select c.id, c.name, c.tone, c.picture
                  from (select m.community_id, count(*) as colleagues
                          from (select id from person
                                 where site = (select site from person where id = :viewer)
                                   and id <> :viewer
                                   and state <> 'deactivated' and deleted_at is null
                                 limit :asked) colleague
                          join membership m on m.person_id = colleague.id
                         group by m.community_id) there
                  join readable_communities(:viewer) c on c.id = there.community_id
                 where c.access = 'open' and c.archived_at is null
                   and not exists (select from membership mine where mine.community_id = c.id and mine.person_id = :viewer)
                 order by there.colleagues desc, c.id
                 limit :shown
                """)
                .param("viewer", viewer.id().value())
                .param("asked", ASKED)
                .param("shown", SHOWN)
                .query(Suggestion::of)
                .list();
    }
}
