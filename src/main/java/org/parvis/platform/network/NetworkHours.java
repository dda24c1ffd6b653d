package org.parvis.platform.network;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;

/** The working hours that administrators set for everybody. Read whenever they matter, so that every node follows at once. */
@Repository
public class NetworkHours {

    /** Monday to Friday, 8 to 18. */
    public static final WorkingHours USUAL = new WorkingHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));

    private final JdbcClient jdbc;

    NetworkHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public WorkingHours read() {
        return jdbc.sql("select working_days, working_from, working_until from network")
                .query(NetworkHours::hours)
                .optional()
                .orElse(USUAL);
    }

    public void change(WorkingHours hours) {
        jdbc.sql("""
                update network
                   set working_days = :days, working_from = :from, working_until = :until, epoch = epoch + 1
                """)
                .param("days", hours.numbers())
                .param("from", hours.from())
                .param("until", hours.until())
                .update();
    }

    private static WorkingHours hours(ResultSet row, int number) throws SQLException {
        return WorkingHours.of(
                row.getArray("working_days"),
                row.getObject("working_from", LocalTime.class),
                row.getObject("working_until", LocalTime.class));
    }
}
