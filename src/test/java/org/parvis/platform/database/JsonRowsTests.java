package org.parvis.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

@ParvisTest
@Import(StatementCount.class)
class JsonRowsTests {

    record Pump(
            long serialNumber, Instant builtAt, @Nullable Instant brokenAt, List<String> parts) {}

    record Count(int number) {}

    private static final String PUMP = """
            select 9007199254740993 as serial_number, timestamptz '2026-11-30 01:02:03.000001+00' as built_at,
                   null::timestamptz as broken_at, array['seal', 'null "valve"'] as parts
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void oneStatementReadsWhatSeveralQueriesFind() {
        var pumps = new JsonRows<>(Pump.class, PUMP, Map.of());
        var none = new JsonRows<>(Count.class, "select 1 as number where :never", Map.of("never", false));
        var counts = new JsonRows<>(
                Count.class, "select n as number from generate_series(1, :most) n order by n desc", Map.of("most", 3));

        assertThat(StatementCount.during(() -> JsonRows.read(jdbc, List.of(pumps, none, counts))))
                .hasSize(1);
        assertThat(pumps.found()).hasSize(1);
        assertThat(none.found()).isEmpty();
        assertThat(counts.found()).extracting(Count::number).containsExactly(3, 2, 1);
    }

    @Test
    void whatIsNotAskedIsNotReadAndWhereNothingIsThereIsNoStatement() {
        var broken = "select 1 / n as number from generate_series(0, 0) n";
        var unasked = new JsonRows<>(Count.class, broken, Map.of(), false);
        var one = new JsonRows<>(Count.class, "select 1 as number", Map.of());
        var two = new JsonRows<>(Count.class, "select 2 as number", Map.of());

        assertThat(StatementCount.during(() -> JsonRows.read(jdbc, List.of(unasked))))
                .isEmpty();
        assertThat(StatementCount.during(() -> JsonRows.read(jdbc, List.of(one, unasked))))
                .singleElement()
                .matches(text -> !text.contains(broken));
        assertThat(StatementCount.during(() -> JsonRows.read(jdbc, List.of(one, unasked, two))))
                .hasSize(1);
        assertThat(unasked.found()).isEmpty();
        assertThat(two.found()).containsExactly(new Count(2));
    }

    @Test
    void numbersAndTimesAreReadWholeInWhateverZoneTheDatabaseWritesThem() {
        var pumps = new JsonRows<>(Pump.class, PUMP, Map.of());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local time zone 'Asia/Kolkata'").update();
            JsonRows.read(jdbc, List.of(pumps));
        });
        assertThat(pumps.found())
                .containsExactly(new Pump(
                        9007199254740993L,
                        Instant.parse("2026-11-30T01:02:03.000001Z"),
                        null,
                        List.of("seal", "null \"valve\"")));
    }
}
