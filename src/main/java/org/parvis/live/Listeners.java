package org.parvis.live;

import org.parvis.communities.Communities;
import org.parvis.journal.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who of some connected people may hear of some events: the audience's own functions, one statement for all of them. */
@Repository
class Listeners {

    private static final String WALL = "person";

    private final JdbcClient jdbc;

    Listeners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Reference, Set<Long>> of(List<LiveEvent> events, Collection<Long> people) {
        var listeners = new HashMap<Reference, Set<Long>>();
        var walls = new HashSet<Reference>();
        var communities = new HashSet<Long>();
        for (var event : events) {
            var audience = event.audience();
            if (event.personal()) {
                continue;
            } else if (audience.is(Communities.KIND)) {
                communities.add(audience.id());
            } else if (audience.is(WALL)) {
                walls.add(audience);
            }
        }
        if (people.isEmpty() || (walls.isEmpty() && communities.isEmpty())) {
            return listeners;
        }
        jdbc.sql("""
                select connected.id as person, place.id as community
                  from unnest(:people) connected (id)
                 cross join unnest(:communities) place (id)
                 where exists (select from readable_communities(connected.id) c where c.id = place.id)
                union all
                select connected.id, null
                  from unnest(:people) connected (id)
                 where :walls and is_employee(connected.id)
                """)
                .param("people", people.toArray(Long[]::new))
                .param("communities", communities.toArray(Long[]::new))
                .param("walls", !walls.isEmpty())
                .query(row -> {
                    var community = row.getObject("community", Long.class);
                    var audiences = community == null ? walls : Set.of(Reference.to(Communities.KIND, community));
                    var person = row.getLong("person");
                    audiences.forEach(audience -> listeners
                            .computeIfAbsent(audience, any -> new HashSet<>())
                            .add(person));
                });
        return listeners;
    }
}
