package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The account side of a person's row. */
@Repository
class AccountRows {

    /** The language a {@code person p} is spoken to: their own where the network speaks it. */
    static final String LANGUAGE = """
            coalesce((select case when p.language = any (n.languages) then p.language else n.default_language end
                        from network n), 'en') as language
            """;

    private static final String SELECT =
            "select p.id, p.kind, p.state, p.name, p.email, " + LANGUAGE + " from person p where p.deleted_at is null ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Account get(PersonId person) {
        return find(person, "").orElseThrow(() -> new NotFound("person"));
    }

    /** Keeps others from changing the account until the transaction ends. */
    Account lock(PersonId person) {
        return find(person, "for update of p").orElseThrow(() -> new NotFound("person"));
    }

    /** What one is greeted by. */
    String givenName(Viewer viewer) {
        return jdbc.sql("select coalesce(given_name, name) from person where id = :id")
                .param("id", viewer.id().value())
                .query(String.class)
                .optional()
                .orElse(viewer.name());
    }

    List<Account> lockAll(Collection<PersonId> people) {
        return jdbc.sql(SELECT + "and p.id = any (:ids) order by p.id for update of p")
                .param("ids", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(AccountRows::account)
                .list();
    }

    Optional<Account> byEmail(String email) {
        return jdbc.sql(SELECT + "and lower(p.email) = :email")
                .param("email", address(email))
                .query(AccountRows::account)
                .optional();
    }

    void state(Collection<PersonId> people, String state) {
        jdbc.sql("""
                update person set state = :state, epoch = epoch + 1, updated_at = :now where id = any (:ids)
                """)
                .param("state", state)
                .param("now", utc(clock.instant()))
                .param("ids", people.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
    }

    void newEpoch(PersonId person) {
        jdbc.sql("update person set epoch = epoch + 1 where id = :id")
                .param("id", person.value())
                .update();
    }

    /** An address as it is compared: what is typed before and after, and in capitals, does not count. */
    static String address(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<Account> find(PersonId person, String lock) {
        return jdbc.sql(SELECT + "and p.id = :id " + lock)
                .param("id", person.value())
                .query(AccountRows::account)
                .optional();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new PersonId(row.getLong("id")),
                PersonKind.of(row.getString("kind")),
                row.getString("state"),
                row.getString("name"),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")));
    }
}
