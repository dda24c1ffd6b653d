package org.parvis.access;

import org.parvis.people.PersonId;
import org.parvis.platform.i18n.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Who can be written to about the life of the network: whoever has an account that signs in, at its own address. */
@Repository
public class Addressees {

    /** The condition on a {@code person p}. */
    public static final String WRITTEN_TO =
            "p.state = 'active' and p.kind in ('employee', 'guest') and p.email is not null and p.deleted_at is null";

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for whoever is not, or not any more. */
    public Optional<Addressee> find(PersonId person) {
        return jdbc.sql("select p.id, p.email, p.time_zone, " + AccountRows.LANGUAGE
                        + " from person p where p.id = :id and " + WRITTEN_TO)
                .param("id", person.value())
                .query(Addressees::addressee)
                .optional();
    }

    private static Addressee addressee(ResultSet row, int number) throws SQLException {
        return new Addressee(
                new PersonId(row.getLong("id")),
                row.getString("email"),
                Messages.supported(Locale.forLanguageTag(row.getString("language"))),
                SignedInRow.zone(row.getString("time_zone")));
    }
}
