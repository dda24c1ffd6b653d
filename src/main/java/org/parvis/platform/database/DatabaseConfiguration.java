package org.parvis.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The pool of connections, to the embedded PostgreSQL unless another is given. */
@Configuration
class DatabaseConfiguration {

    /** Closed after the pool, which is made from it. None where the settings name another database. */
    @Bean
    @Nullable
    EmbeddedPostgres embeddedPostgres(DataFolder folder, ParvisSettings settings) {
        return settings.embedsDatabase() ? EmbeddedPostgres.open(folder.path(), settings.softwareFolder()) : null;
    }

    @Bean
    HikariDataSource dataSource(Optional<EmbeddedPostgres> embedded, ParvisSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("parvis");
        pool.setDataSource(new Connections(address(embedded, settings)));
        pool.setMaximumPoolSize(settings.serving() ? settings.databaseConnections() : 4);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        // Planning a page's statements anew takes longer than running them; QueryPlans.madeToMeasure says where it is
        // worth
        // it.
        pool.setConnectionInitSql("""
                set statement_timeout = '30s'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '60s';
                set plan_cache_mode = force_generic_plan
                """);
        return new HikariDataSource(pool);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource connections, ParvisSettings settings, Clock clock) {
        return new TimedStatements(connections, new SlowStatements(settings.slowStatement(), clock));
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource connections) {
        return new Transactions(connections);
    }

    private static Supplier<DatabaseAddress> address(Optional<EmbeddedPostgres> embedded, ParvisSettings settings) {
        if (embedded.isPresent()) return () -> DatabaseAddress.of(embedded.get());
        var given = DatabaseAddress.given(settings).checked();
        return () -> given;
    }
}
