package org.parvis.people;

import org.parvis.platform.database.Beginning;

/**
 * Whose name begins as somebody types, in the order of the alphabet: those who are called so, then those whose family name
 * is. Two walks along indexes, each no longer than what is shown.
 */
public final class NameBeginnings {

    private static final String CALLED = Beginning.of("p.folded_name", ":typed");
    private static final String FAMILY = Beginning.of("p.sort_name", ":typed");

    private NameBeginnings() {}

    /**
     * The cards of those for whom the condition on {@code p} holds, as {@link PersonCard#of} reads them; with the parameters
     * {@code :viewer}, {@code :typed} and {@code :limit}.
     */
    public static String select(String condition) {
        return """
                select *
                  from (%s union all %s) found
                 order by nth, began, p_id
                 limit :limit
                """.formatted(
                        part(1, "p.folded_name", CALLED, condition),
                        part(2, "p.sort_name", FAMILY + " and not " + CALLED, condition));
    }

    private static String part(int nth, String name, String begins, String condition) {
        return """
                (select %s, %s as began, %d as nth
                   from visible_people(:viewer) p
                  where %s and %s
                  order by %2$s, p.id
                  limit :limit)
                """.formatted(PersonCard.columns("p"), name, nth, begins, condition);
    }
}
