package org.parvis.conversation;

import org.parvis.journal.Activity;
import org.parvis.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Reactions of the past, in bulk; one that is there already counts once. */
@Repository
class PastReactions {

    /** How many were new, and what the journal says of those to texts that had been here before. */
    record Put(int count, List<Activity> onKnown) {}

    private record Pressed(long id, BroughtReaction reaction) {}

    private record Fresh(long id, long person) {}

    private final JdbcClient jdbc;

    PastReactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Put put(List<Written> written) {
        var onKnown = new ArrayList<Activity>();
        int posts = put(
                "post", written.stream().filter(one -> one.comment() == null).toList(), onKnown);
        int comments = put(
                "comment", written.stream().filter(one -> one.comment() != null).toList(), onKnown);
        return new Put(posts + comments, onKnown);
    }

    private int put(String table, List<Written> written, List<Activity> onKnown) {
        var known = new HashMap<Long, Written>();
        written.stream().filter(one -> !one.isNew()).forEach(one -> known.put(id(one), one));
        var fresh = insert(
                table,
                written.stream()
                        .flatMap(one -> one.said().reactions().stream().map(reaction -> new Pressed(id(one), reaction)))
                        .toList());
        fresh.forEach(reaction -> {
            var one = known.get(reaction.id);
            if (one != null) {
                onKnown.add(one.like(reaction.person));
            }
        });
        return fresh.size();
    }

    private List<Fresh> insert(String table, List<Pressed> pressed) {
        if (pressed.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                insert into %1$s_reaction (%1$s_id, person_id, kind, at)
                select id, person, kind, at
                  from unnest(:ids::bigint[], :people::bigint[], :kinds::text[], :times::timestamptz[])
                    as pressed (id, person, kind, at)
                on conflict do nothing
                returning %1$s_id, person_id
                """.formatted(table))
                .param("ids", Columns.numbers(pressed, Pressed::id))
                .param(
                        "people",
                        Columns.numbers(pressed, one -> one.reaction.person().value()))
                .param(
                        "kinds",
                        Columns.texts(pressed, one -> one.reaction.kind().code()))
                .param("times", Columns.times(pressed, one -> one.reaction.at()))
                .query((row, number) -> new Fresh(row.getLong(1), row.getLong(2)))
                .list();
    }

    private static long id(Written one) {
        return one.comment() == null ? one.post() : one.comment();
    }
}
