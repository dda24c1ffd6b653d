package org.parvis.conversation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often each reaction was given, and which of them the viewer gave. */
public record ReactionCounts(Map<Reaction, Long> counts, Set<Reaction> mine) {

    /**
     * The two columns to read for a row {@code alias} of posts or comments: {@code table} holds their reactions in
     * {@code key}. Needs the parameter {@code :viewer}.
     */
    static String columns(String table, String key, String alias) {
        return """
                array(select r.kind || ' ' || count(*) from %1$s r where r.%2$s = %3$s.id group by r.kind) as reactions,
                %4$s
                """.formatted(table, key, alias, mine(table, key, alias));
    }

    /** The column of those that the viewer gave. */
    static String mine(String table, String key, String alias) {
        return "array(select r.kind from %1$s r where r.%2$s = %3$s.id and r.person_id = :viewer) as mine"
                .formatted(table, key, alias);
    }

    static ReactionCounts of(ResultSet row) throws SQLException {
        var counts = new EnumMap<Reaction, Long>(Reaction.class);
        for (var text : texts(row.getArray("reactions"))) {
            var parts = text.split(" ", 2);
            counts.put(Reaction.of(parts[0]), Long.parseLong(parts[1]));
        }
        return new ReactionCounts(Collections.unmodifiableMap(counts), mine(row));
    }

    static Set<Reaction> mine(ResultSet row) throws SQLException {
        var mine = EnumSet.noneOf(Reaction.class);
        Arrays.stream(texts(row.getArray("mine"))).map(Reaction::of).forEach(mine::add);
        return Collections.unmodifiableSet(mine);
    }

    /** The same, as somebody has them who gave these. */
    ReactionCounts with(Set<Reaction> theirs) {
        return new ReactionCounts(counts, theirs);
    }

    public long of(Reaction reaction) {
        return counts.getOrDefault(reaction, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The kinds that were given most, at most three. */
    public List<Reaction> foremost() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Reaction, Long>comparingByValue().reversed())
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether all that was given is what the one-press button already shows. */
    public boolean plain() {
        return counts.keySet().equals(Set.of(first()));
    }

    public boolean mine(Reaction reaction) {
        return mine.contains(reaction);
    }

    /** What the one-press button offers or takes back: the viewer's own reaction, else the plain one. */
    public Reaction first() {
        return mine.isEmpty() ? Reaction.LIKE : mine.iterator().next();
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
