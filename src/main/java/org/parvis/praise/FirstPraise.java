package org.parvis.praise;

import org.parvis.journal.Entry;
import org.parvis.journal.JournalListener;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** Whether anybody has ever been praised here: until then, no profile asks. */
@Component
class FirstPraise implements JournalListener {

    private final JdbcClient jdbc;
    private volatile boolean given;

    FirstPraise(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isGiven() {
        return given;
    }

    void give() {
        given = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        if (jdbc.sql("select exists (select from praise)").query(Boolean.class).single()) {
            give();
        }
    }

    @Override
    public void heard(List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.object().is(Praises.KIND))) {
            give();
        }
    }
}
