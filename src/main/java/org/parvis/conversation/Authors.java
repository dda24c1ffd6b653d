package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Those in whose name something is published while they are not there. */
@Repository
class Authors {

    private final JdbcClient jdbc;

    Authors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when they have no account any more. */
    Optional<Viewer> find(PersonId id) {
        return jdbc.sql("""
                select p.id, p.kind, p.name, p.time_zone, coalesce(p.language, n.default_language) as language
                  from person p
                 cross join network n
                 where p.id = :id and p.state <> 'deactivated' and p.deleted_at is null and p.kind in ('employee', 'guest')
                """)
                .param("id", id.value())
                .query((row, number) -> new Viewer(
                        id,
                        PersonKind.of(row.getString("kind")),
                        row.getString("name"),
                        null,
                        Locale.forLanguageTag(row.getString("language")),
                        zone(row.getString("time_zone")),
                        null,
                        false))
                .optional();
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
