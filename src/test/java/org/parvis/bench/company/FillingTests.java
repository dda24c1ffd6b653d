package org.parvis.bench.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parvis.platform.settings.Refusal;
import org.parvis.testing.TestPostgres;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class FillingTests {

    static Filled company;

    @BeforeAll
    static void aCompany() throws Exception {
        company = Filled.with(Filled.SMALL);
    }

    @ParameterizedTest
    @EnumSource
    void isAsIfPeopleHadWrittenIt(Invariant invariant) throws SQLException {
        assertThat(company.rows(invariant.violations)).isEmpty();
    }

    @Test
    void hasEverythingThatIsAskedFor() throws SQLException {
        assertThat(company.number("select count(*) from person")).isEqualTo(200);
        assertThat(company.number("select count(*) from community")).isEqualTo(30);
        assertThat(company.number("select count(*) from post")).isEqualTo(2_400);
        assertThat(company.number("select count(*) from post where kind = 'announcement'"))
                .isPositive();
        assertThat(company.number("select count(*) from notification where read_at is null"))
                .isPositive();
        assertThat(company.number("select count(*) from person_follow where followed_id = 1"))
                .isBetween(.5 * 200, .7 * 200);
        assertThat(company.rows("select kind from post group by kind order by kind"))
                .containsExactly("announcement", "article", "poll", "question", "update");
    }

    @Test
    void everybodyIsInOneCommunityAndTheMiddleOneHasTwenty() throws SQLException {
        assertThat(company.rows("""
                select id from person
                 where kind = 'employee' and id not in (select person_id from membership where community_id = 1)
                """)).isEmpty();
        assertThat(company.number("""
                select percentile_cont(.5) within group (order by members)
                  from (select count(*) as members from membership group by community_id) place
                """)).isBetween(15.0, 25.0);
        assertThat(company.number("""
                select count(*) from (select count(*) as members from membership group by community_id) place
                 where members > 50
                """)).isBetween(3.0, 10.0);
    }

    @Test
    void aFewWriteMostOfItByDayAndOnWorkingDays() throws SQLException {
        assertThat(company.number("""
                select sum(written) / (select count(*) from comment)
                  from (select count(*) as written from comment group by author_id order by 1 desc limit 20) busiest
                """)).isGreaterThan(.5);
        assertThat(company.number("""
                select avg((extract(isodow from published_at) < 6)::int) from post
                """)).isGreaterThan(.9);
        assertThat(company.number("""
                select avg((extract(hour from published_at) between 6 and 17)::int) from post
                """)).isGreaterThan(.7);
    }

    @Test
    void schemaIsWhatTheMigrationsMade() throws SQLException {
        assertThat(company.definitions()).isEqualTo(Filled.empty().definitions());
    }

    @Test
    void anotherSeedIsAnotherCompany() {
        var small = Filled.SMALL;
        var other = new Blueprint(small.people(), small.communities(), small.years(), 1, 8, small.until());
        assertThat(names(other)).doesNotContainSequence(names(small).subList(0, 3));
    }

    @Test
    void sameSeedIsTheSameCompanyHoweverOftenItWasKilled() throws Exception {
        var killed = Filled.empty();
        killAt("talk 2", killed);
        killAt("journal of 2026-03", killed);

        killed.fill(Filled.SMALL);

        assertThat(killed.content()).isEqualTo(company.content());
        assertThat(killed.definitions()).isEqualTo(company.definitions());
    }

    @Test
    void isCompleteOnce() throws Exception {
        var before = company.content();
        try (var connection = company.connect()) {
            assertThat(Filled.filling(connection, Filled.SMALL).isComplete()).isTrue();
        }
        company.fill(Filled.SMALL);
        assertThat(company.content()).isEqualTo(before);
    }

    @Test
    void refusesAnotherCompanyInItsPlaceAndANetworkThatIsThere() throws Exception {
        var other = new Blueprint(200, 31, 1, 1, 7, Filled.SMALL.until());
        assertThatThrownBy(() -> company.fill(other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--communities 30")
                .hasMessageContaining("another folder");

        var network = new Filled(TestPostgres.freshDatabase());
        try (var connection = network.connect()) {
            Ledger.execute(connection, """
                    insert into person (name, created_at, updated_at) values ('Nadia Berrada', now(), now())
                    """);
        }
        assertThatThrownBy(() -> network.fill(Filled.SMALL)).isInstanceOf(Refusal.class);
    }

    private static List<String> names(Blueprint company) {
        var staff = new Staff(company);
        return IntStream.rangeClosed(1, 20)
                .mapToObj(n -> staff.person(n).name())
                .toList();
    }

    // Somebody else holds the row that says the step was done: all of it is written, and waits to be committed.
    private static void killAt(String step, Filled filled) throws Exception {
        try (var connection = filled.connect();
                var holding = filled.connect()) {
            var filling = Filled.filling(connection, Filled.SMALL);
            holding.setAutoCommit(false);
            Ledger.execute(holding, "insert into bench.done (step) values ('%s')".formatted(step));
            var pid = Ledger.texts(connection, "select pg_backend_pid()").getFirst();
            var running = CompletableFuture.runAsync(() -> {
                try {
                    filling.run();
                } catch (Exception killed) {
                    throw new IllegalStateException(killed);
                }
            });
            await().until(() -> filled.number("select count(*) from pg_locks where not granted and pid = " + pid) > 0);
            assertThat(filled.rows("select pg_terminate_backend(%s)".formatted(pid)))
                    .containsExactly("t");
            holding.rollback();
            assertThatThrownBy(running::join).hasRootCauseInstanceOf(SQLException.class);
            assertThat(filling.isComplete()).isFalse();
        }
    }
}
