package org.parvis.platform.backup;

import org.flywaydb.core.Flyway;
import org.parvis.platform.database.Folders;
import org.postgresql.ds.PGSimpleDataSource;

import java.nio.file.Files;
import java.nio.file.Path;

/** A network backed up in one database and restored in another, but for what {@link AfterRestore} puts right. */
public final class Moving {

    public static void between(String from, String to) throws Exception {
        var archive = Files.createTempDirectory(Path.of("target"), "backup-").resolve("parvis.zip");
        new Backup(database(from), flyway(from), Folders.fresh()).write(archive);
        new Restore(archive, Folders.fresh()).into(flyway(to));
    }

    private static Flyway flyway(String url) {
        return Flyway.configure()
                .dataSource(database(url))
                .locations("classpath:db/migration")
                .load();
    }

    private static PGSimpleDataSource database(String url) {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser("postgres");
        return database;
    }

    private Moving() {}
}
