package org.parvis.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The people of our tests. Everybody means the same person everywhere: Nadia administrates, Bruno repairs pumps, Priya
 * looks after quality in Pune, Lucía leads a line in Monterrey, Youssef machines in Casablanca, Gil is a guest.
 */
@TestComponent
public class Cast {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Cast(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        setUpNetwork();
    }

    public Viewer nadia() {
        var nadia = person("Nadia Berrada", PersonKind.EMPLOYEE);
        jdbc.sql("insert into network_role values (:id, 'administrator', null, now()) on conflict do nothing")
                .param("id", nadia.id().value())
                .update();
        return nadia;
    }

    public Viewer bruno() {
        return person("Bruno Tessier", PersonKind.EMPLOYEE);
    }

    public Viewer priya() {
        return person("Priya Nair", PersonKind.EMPLOYEE);
    }

    public Viewer lucia() {
        return person("Lucía Moreno", PersonKind.EMPLOYEE);
    }

    public Viewer youssef() {
        return person("Youssef El Amrani", PersonKind.EMPLOYEE);
    }

    public Viewer gil() {
        return person("Gil Martin", PersonKind.GUEST);
    }

    /** The active person of that name, made on first mention, with an address {@code given.family@example.org}. */
    public Viewer person(String name, PersonKind kind) {
        var known = jdbc.sql("select id from person where name = :name")
                .param("name", name)
                .query(Long.class)
                .optional();
        var id = new PersonId(known.orElseGet(() -> create(name, kind)));
        return new Viewer(id, kind, name, null, Locale.ENGLISH, ZoneOffset.UTC, null, true);
    }

    /** Makes a MockMvc request come from this person, with these roles of the network (as Spring Security names them). */
    public static RequestPostProcessor as(Viewer viewer, String... roles) {
        List<SimpleGrantedAuthority> authorities = Stream.of(roles)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return authentication(UsernamePasswordAuthenticationToken.authenticated(viewer, "", authorities));
    }

    /** The same person reading French in Paris. */
    public static Viewer inFrench(Viewer viewer) {
        return new Viewer(
                viewer.id(),
                viewer.kind(),
                viewer.name(),
                viewer.photo(),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                viewer.theme(),
                viewer.live());
    }

    // Nobody outside is asked anything, whatever tests let people write.
    private void setUpNetwork() {
        jdbc.sql("""
                insert into network (name, languages, default_language, link_previews, set_up_at)
                values ('Valmont', '{en,fr}', 'en', false, now())
                on conflict do nothing
                """).update();
    }

    private long create(String name, PersonKind kind) {
        var family = name.substring(name.indexOf(' ') + 1);
        var given = name.substring(0, name.indexOf(' '));
        return jdbc.sql("""
                insert into person (kind, state, name, given_name, family_name, email, created_at, updated_at)
                values (:kind, 'active', :name, :given, :family, :email, :now, :now)
                returning id
                """)
                .param("kind", kind.code())
                .param("name", name)
                .param("given", given)
                .param("family", family)
                .param("email", (given + "." + family).toLowerCase(Locale.ROOT).replace(' ', '-') + "@example.org")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
