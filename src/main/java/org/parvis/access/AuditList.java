package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.TreeMap;

/** What administrators did, newest first. */
@Repository
@Transactional(readOnly = true)
class AuditList {

    private static final TypeReference<TreeMap<String, Object>> DETAILS = new TypeReference<>() {};

    private static final String CALLED = "select id from person where folded_name like '%' || fold(:q) || '%'";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of one action and of people called so, who did it or to whom it was done; what is empty narrows nothing. */
    Slice<AuditEntry> newest(String q, String action, @Nullable PersonId person, Cursor before, int limit) {
        var rows = jdbc.sql("select " + PersonCard.columns("actor") + ", " + PersonCard.columns("subject") + """
                     , a.id, a.at, a.origin, a.action, a.details
                  from audit a
                  left join person actor on actor.id = a.actor_id
                  left join person subject on subject.id = a.subject_id
                 where (a.at, a.id) < (:time, :id)
                """
                        + among(q, action, person) + """
                 order by a.at desc, a.id desc
                 limit :limit
                """)
                .param("time", utc(before.time()))
                .param("id", before.id())
                .param("action", action)
                .param("person", person == null ? 0 : person.value())
                .param("q", q.strip().replaceAll("[\\\\%_]", "\\\\$0"))
                .param("limit", limit + 1)
                .query((row, number) -> AuditEntry.of(row, json.readValue(row.getString("details"), DETAILS)))
                .list();
        return Slice.of(rows, limit, AuditEntry::cursor);
    }

    /** What was ever done here. */
    List<String> actions() {
        return jdbc.sql("""
                with recursive known as (
                    select min(action) as action from audit
                     union all
                    select (select min(action) from audit where action > known.action)
                      from known
                     where known.action is not null
                )
                select action from known where action is not null order by action
                """).query((row, number) -> row.getString("action")).list();
    }

    private static String among(String q, String action, @Nullable PersonId person) {
        return (action.isEmpty() ? "" : " and a.action = :action")
                + (person == null ? "" : " and (a.subject_id = :person or a.actor_id = :person)")
                + (q.isBlank() ? "" : " and (a.actor_id in (" + CALLED + ") or a.subject_id in (" + CALLED + "))");
    }
}
