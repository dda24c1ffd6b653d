package org.parvis.platform.backup;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Brings the schema up to date at the start, after the rows of a backup where one is to be restored. */
@Component
class Migrations implements FlywayMigrationStrategy {

    private final DataFolder folder;
    private final @Nullable String archive;

    Migrations(DataFolder folder, @Value("${parvis.restore-from:#{null}}") @Nullable String archive) {
        this.folder = folder;
        this.archive = archive;
    }

    @Override
    public void migrate(Flyway flyway) {
        RestoreMark.refuse(folder);
        if (archive != null) restore(Path.of(archive), flyway);
        flyway.migrate();
    }

    private void restore(Path file, Flyway flyway) {
        try {
            new Restore(file, folder).into(flyway);
        } catch (IOException | SQLException problem) {
            throw new Refusal("The backup cannot be restored: " + problem.getMessage(), problem);
        }
    }
}
