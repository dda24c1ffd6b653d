package org.parvis.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.function.Supplier;

@ParvisTest
class TransactionsTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QueryPlans plans;

    @Autowired
    PlatformTransactionManager manager;

    @Test
    void oneThatOnlyReadsIsNoneForTheDatabase() {
        assertThat(isOne(reading())).isFalse();
        assertThat(isOne(new TransactionTemplate(manager))).isTrue();
        assertThat(isOne(reading())).isFalse();
    }

    @Test
    void whoeverNamesAnIsolationHasIt() {
        var one = reading();
        one.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        assertThat(isOne(one)).isTrue();
        assertThat(isOne(reading())).isFalse();
    }

    @Test
    void plansAreMadeToMeasureUntilItsEnd() {
        Supplier<String> mode = () -> one("show plan_cache_mode");

        assertThat(reading().<String>execute(status -> {
                    plans.madeToMeasure();
                    return mode.get();
                }))
                .isEqualTo("force_custom_plan");
        assertThat(reading().<String>execute(status -> mode.get())).isEqualTo("force_generic_plan");
        assertThatThrownBy(plans::madeToMeasure).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatOnlyReadsDoesNotWrite() {
        assertThatThrownBy(() -> reading()
                        .executeWithoutResult(status ->
                                jdbc.sql("update network set name = name").update()))
                .hasMessageContaining("may not write");
    }

    // The beginning of a transaction is the time of each statement in it.
    private Boolean isOne(TransactionTemplate transaction) {
        return transaction.execute(status -> one("select now()::text").equals(one("select now()::text")));
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private TransactionTemplate reading() {
        var transaction = new TransactionTemplate(manager);
        transaction.setReadOnly(true);
        return transaction;
    }
}
