package org.parvis.platform.database;

import org.parvis.platform.settings.ParvisSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A server reduced to its writing: four at once, each number printed once its commit is acknowledged. */
final class Writers {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    public static void main(String[] arguments) throws Exception {
        System.setProperty("parvis.data", arguments[0]);
        var settings = Binder.get(new StandardEnvironment()).bind("parvis", ParvisSettings.class);
        var folder = new DataFolder(settings.get());
        var postgres = EmbeddedPostgres.open(folder.path(), Path.of("target", "software"));
        prepare(postgres);
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (var writer = 0; writer < 4; writer++) writers.submit(() -> writeForEver(postgres));
        }
    }

    private static void prepare(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists written (number bigint not null)");
        }
    }

    private static void writeForEver(EmbeddedPostgres postgres) {
        while (true) {
            try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                    var insert = connection.prepareStatement("insert into written values (?)")) {
                while (true) {
                    var number = NUMBER.incrementAndGet();
                    insert.setLong(1, number);
                    insert.executeUpdate();
                    System.out.println("acknowledged " + number);
                }
            } catch (SQLException goneForAMoment) {
                Thread.onSpinWait();
            }
        }
    }

    private Writers() {}
}
