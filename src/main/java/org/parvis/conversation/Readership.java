package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Arrays;
import java.util.List;

/** Who reads what is written in a place: they, and nobody else, may be mentioned there. */
@Repository
@Transactional(readOnly = true)
class Readership {

    private static final int SHOWN = 8;
    private static final int WORDS = 5;

    private final JdbcClient jdbc;

    Readership(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A few readers of the place (null: the wall) with a name whose words begin as the typed ones do. */
    List<PersonCard> named(Viewer viewer, @Nullable CommunityId community, String typed) {
        return jdbc.sql("""
                select %s
                  from visible_people(:viewer) p
                 where ' ' || p.sort_name like all (select '%% ' || fold(word) || '%%' from unnest(:words) word)
                   and p.state <> 'deactivated'
                   and p.id <> :viewer
                   and case when :community::bigint is null then p.kind = 'employee'
                            else exists (select from readable_communities(p.id) c where c.id = :community) end
                 order by p.sort_name, p.id
                 limit :shown
                """.formatted(PersonCard.columns("p")))
                .param("viewer", viewer.id().value())
                .param("words", words(typed))
                .param("community", community == null ? null : community.value())
                .param("shown", SHOWN)
                .query((row, number) -> PersonCard.of(row, "p"))
                .list();
    }

    private static String[] words(String typed) {
        return Arrays.stream(typed.strip().replaceAll("[\\\\%_]", "\\\\$0").split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .toArray(String[]::new);
    }
}
