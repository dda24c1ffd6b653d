package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.Map;

/** What administrators did, written in the transaction in which they do it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    Audit(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** {@code action} is a few lower-case words such as {@code role granted}; details hold no secret and no content. */
    public void record(Agent agent, String action, @Nullable PersonId subject, Map<String, ?> details) {
        jdbc.sql("""
                insert into audit (at, actor_id, origin, action, subject_id, details)
                values (:now, :actor, :origin, :action, :subject, :details::jsonb)
                """)
                .param("now", utc(clock.instant()))
                .param("actor", agent.number())
                .param("origin", agent.origin().code())
                .param("action", action)
                .param("subject", subject == null ? null : subject.value())
                .param("details", json.writeValueAsString(details))
                .update();
    }
}
