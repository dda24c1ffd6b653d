package org.parvis.platform.database;

/** Texts that begin as somebody types. */
public final class Beginning {

    // Nothing is written with it, and everything that is comes before it.
    private static final String LAST = "chr(1114111)";

    private Beginning() {}

    /**
     * The condition that a column of folded text begins as the parameter does, folded: two bounds, for which an index
     * serves whatever is typed. A pattern would have to be planned for each text.
     */
    public static String of(String column, String parameter) {
        return "(%1$s >= (select fold(%2$s)) and %1$s < (select fold(%2$s) || %3$s))"
                .formatted(column, parameter, LAST);
    }
}
