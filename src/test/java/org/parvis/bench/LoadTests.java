package org.parvis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.testing.Cast;
import org.parvis.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The load against a company of two hundred: that it plays, and that it would see what is wrong; never how fast. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Cast.class)
@ContextCustomizerFactories(OwnDatabase.Factory.class)
@DirtiesContext
class LoadTests {

    private static final int PEOPLE = 200;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @TempDir
    Path reports;

    @BeforeEach
    void company() {
        if (jdbc.sql("select count(*) from post").query(Long.class).single() > 0) return;
        jdbc.sql("""
                insert into person (kind, state, name, email, created_at, updated_at)
                select case when n % 10 = 0 then 'guest' else 'employee' end, 'active', 'Colleague ' || n,
                       n || '@example.org', now(), now()
                  from generate_series(1, :people) n
                """).param("people", PEOPLE).update();
        jdbc.sql("""
                insert into community (name, access, listed, created_at, active_at)
                select 'Place ' || n, case when n < 12 then 'open' when n < 16 then 'request' else 'invitation' end, n < 18,
                       now(), now()
                  from generate_series(1, 20) n
                """).update();
        jdbc.sql("""
                insert into membership (community_id, person_id, role, since)
                select c.id, p.id, case when p.id % 20 = c.id % 20 then 'owner' else 'member' end, now()
                  from community c join person p on p.id % 4 = c.id % 4
                """).update();
        jdbc.sql("""
                insert into post (author_id, community_id, text, published_at, active_at)
                select m.person_id, m.community_id, 'What we found, part ' || n, at, at
                  from membership m
                 cross join generate_series(1, 2) n
                 cross join lateral (select now() - (m.person_id * 97 + n) * interval '1 minute' as at) moment
                """).update();
        jdbc.sql("""
                insert into post (author_id, text, published_at, active_at)
                select id, 'On my own wall', now() - interval '1 day', now() - interval '1 day'
                  from person where kind = 'employee'
                """).update();
    }

    @Test
    void everyAnswerIsWhatItShouldBeAndNothingStaysBehind() throws Exception {
        var requests = play("right", address(), 18);

        assertThat(requests).hasSizeGreaterThan(100);
        assertThat(requests).filteredOn(Request::mistaken).isEmpty();
        assertThat(requests)
                .filteredOn(request -> request.status() == 200)
                .extracting(Request::kind)
                .contains("home feed", "thread", "community", "further page", "lazy frame", "live stream", "typeahead");
        assertThat(Gate.of(Window.of(requests, 0, 20_000), List.of(0.0), List.of(0.0)))
                .extracting(Figure::name)
                .hasSize(7);
        assertThat(jdbc.sql("select count(*) from sign_in_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    // A schema before the real one, in which nobody is a member, makes the load judge by other rules than Parvis shows
    // by.
    @Test
    void seesWhatSomebodyMayNotRead() throws Exception {
        jdbc.sql("create schema lie").update();
        jdbc.sql("create view lie.membership as select * from public.membership where false")
                .update();

        var requests = play("leak", address() + "&currentSchema=lie,public", 5);

        assertThat(requests)
                .filteredOn(Request::mistaken)
                .extracting(Request::wrong)
                .anyMatch(wrong -> wrong.startsWith("post "))
                .anyMatch(wrong -> wrong.startsWith("community "));
    }

    private List<Request> play(String name, String database, int seconds) throws Exception {
        var port = environment.getRequiredProperty("local.server.port");
        var people = Database.at(address(), "postgres", "");
        try (var crowd = Crowd.of(people, people.mostActive(PEOPLE))) {
            var load = LoadRun.against(
                    URI.create("http://localhost:" + port),
                    Database.at(database, "postgres", ""),
                    crowd,
                    new LoadBuild(Path.of("load").toAbsolutePath()).classPath(),
                    reports.resolve(name));
            return load.play(new LoadRun.Amount(10, 0, 2, seconds), process -> process.waitFor(5, TimeUnit.MINUTES))
                    .requests();
        }
    }

    private String address() {
        return environment.getRequiredProperty("parvis.database-url");
    }
}
