package org.parvis.platform.monitoring;

import org.parvis.platform.disk.DiskGuard;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Whether people should be sent here. */
@Component
class Readiness {

    private static final int SECONDS = 3;

    private final ApplicationAvailability availability;
    private final DiskGuard disk;
    private final DataSource database;

    Readiness(ApplicationAvailability availability, DiskGuard disk, DataSource database) {
        this.availability = availability;
        this.disk = disk;
        this.database = database;
    }

    /** What speaks against it: nothing, when it is ready. */
    List<String> obstacles() {
        var obstacles = new ArrayList<String>();
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            obstacles.add("starting or ending");
        }
        if (disk.isFull()) obstacles.add("disk nearly full");
        if (!answers()) obstacles.add("database does not answer");
        return obstacles;
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
