package org.parvis.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL goes about a statement. */
public final class Plans {

    private Plans() {}

    /**
     * From now to the end of the transaction each statement is planned for what it is given. One plan for whatever is
     * sought would look for two letters as for twenty, and fold them again for each row.
     */
    public static void madeToMeasure(JdbcClient jdbc) {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }
}
