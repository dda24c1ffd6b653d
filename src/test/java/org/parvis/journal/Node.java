package org.parvis.journal;

import com.zaxxer.hikari.HikariDataSource;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.testing.Settings;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** One node of a network as far as the journal goes: its beans and threads on a database, with the slots of a test. */
final class Node implements AutoCloseable {

    static final Pace BRISK =
            new Pace(Duration.ofMillis(100), Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(5), 10, 3);

    /** Never looks by itself: what happens, happens because PostgreSQL woke it. */
    static final Pace ONLY_WHEN_WOKEN =
            new Pace(Duration.ofHours(1), Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(5), 10, 3);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Node(String database, Clock clock, Pace pace, boolean atRest, Object... slots) {
        context.registerBean(HikariDataSource.class, () -> pool(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean("paceOfTheTest", Pace.class, () -> pace, bean -> bean.setPrimary(true));
        context.registerBean(ParvisSettings.class, () -> Settings.of(Map.of("parvis.serving", !atRest)));
        context.register(Transactions.class);
        context.scan("org.parvis.journal");
        for (int i = 0; i < slots.length; i++) {
            register("slot" + i, slots[i]);
        }
        context.refresh();
    }

    static Node on(String database, Object... slots) {
        return new Node(database, Clock.systemUTC(), BRISK, false, slots);
    }

    static Node at(Clock clock, String database, Object... slots) {
        return new Node(database, clock, BRISK, false, slots);
    }

    static Node onlyWhenWoken(String database, Object... slots) {
        return new Node(database, Clock.systemUTC(), ONLY_WHEN_WOKEN, false, slots);
    }

    /** Appends and does nothing by itself. */
    static Node atRest(Clock clock, String database) {
        return new Node(database, clock, BRISK, true);
    }

    void append(Activity... activities) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> bean(Journal.class).appendAll(List.of(activities)));
    }

    /** A transaction of its own that has appended and is not committed yet. */
    OpenTransaction begin(Activity... activities) throws InterruptedException {
        return new OpenTransaction(bean(TransactionTemplate.class), bean(Journal.class), activities);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    List<Entry> entries() {
        return bean(JournalStream.class).read(0, 10_000);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @SuppressWarnings("unchecked")
    private void register(String name, Object slot) {
        context.registerBean(name, (Class<Object>) slot.getClass(), () -> slot);
    }

    private static HikariDataSource pool(String database) {
        var server = new PGSimpleDataSource();
        server.setUrl(database);
        server.setUser("postgres");
        var pool = new HikariDataSource();
        pool.setDataSource(server);
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        return pool;
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        JdbcTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }
    }
}
