package org.parvis.conversation;

import org.parvis.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;

/** When a thread, and a community, was last active: the time of what was said last, not of its coming in. */
@Repository
class PastActivity {

    private final JdbcClient jdbc;

    PastActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void follow(List<Written> fresh) {
        if (!fresh.isEmpty()) {
            jdbc.sql("""
                    update post p
                       set active_at = last.at
                      from (select id, max(at) as at
                              from unnest(:posts::bigint[], :times::timestamptz[]) as said (id, at)
                             group by id order by id) last
                     where p.id = last.id and p.active_at < last.at
                    """)
                    .param("posts", Columns.numbers(fresh, Written::post))
                    .param("times", Columns.times(fresh, one -> one.said().at()))
                    .update();
            jdbc.sql("""
                    update community c
                       set active_at = last.at
                      from (select id, max(at) as at
                              from unnest(:communities::bigint[], :times::timestamptz[]) as said (id, at)
                             where id is not null
                             group by id order by id) last
                     where c.id = last.id and c.active_at < last.at
                    """)
                    .param("communities", Columns.numbers(fresh, Written::community))
                    .param("times", Columns.times(fresh, one -> one.said().at()))
                    .update();
        }
    }
}
