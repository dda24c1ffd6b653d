package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import jakarta.servlet.http.Cookie;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.PublicAddress;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Gives the cast passwords, sessions and links, and reads the mail they get. */
@TestComponent
class Entrants {

    static final String PASSWORD = "une phrase de passe à moi";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final SignInSessions sessions;
    private final AccessTokens tokens;
    private final PublicAddress address;

    Entrants(
            JdbcClient jdbc,
            Clock clock,
            Credentials credentials,
            PasswordHashing hashing,
            SignInSessions sessions,
            AccessTokens tokens,
            PublicAddress address) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.credentials = credentials;
        this.hashing = hashing;
        this.sessions = sessions;
        this.tokens = tokens;
        this.address = address;
    }

    Viewer withPassword(Viewer viewer) {
        credentials.set(viewer.id(), hashing.hash(PASSWORD));
        return viewer;
    }

    Viewer withCharter(Viewer viewer) {
        jdbc.sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                select :person, max(version), 'en', :now from charter
                on conflict do nothing
                """)
                .param("person", viewer.id().value())
                .param("now", utc(clock.instant()))
                .update();
        return viewer;
    }

    /** The cookie of a device signed in just now. */
    Cookie device(Viewer viewer) {
        return new Cookie(
                address.secure() ? "__Host-parvis_session" : "parvis_session",
                sessions.open(viewer.id(), Device.of("Firefox/1 Linux"), "192.0.2.1")
                        .text());
    }

    String token(Viewer viewer) {
        return tokens.create(viewer.id(), "a program", Duration.ofDays(1))
                .secret()
                .text();
    }

    Viewer inState(Viewer viewer, String state) {
        jdbc.sql("update person set state = :state where id = :id")
                .param("state", state)
                .param("id", viewer.id().value())
                .update();
        return viewer;
    }

    String state(PersonId person) {
        return jdbc.sql("select state from person where id = :id")
                .param("id", person.value())
                .query(String.class)
                .single();
    }

    /** Paths of the links in mails written to that person, newest last. */
    List<String> linksOf(Viewer viewer) {
        return jdbc.sql("""
                select substring(body from 'https?://[^/\\s]+(/links/\\S+)') from outgoing_mail
                 where person_id = :person and body like '%/links/%' order by id
                """)
                .param("person", viewer.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<String> mailKindsOf(Viewer viewer) {
        return jdbc.sql("select kind from outgoing_mail where person_id = :person order by id")
                .param("person", viewer.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
