package org.parvis.bench;

/**
 * One request of the load: when it left and how long its answer took, in milliseconds, the status that came, -1 when none
 * did, and what was wrong with the answer, if anything.
 */
record Request(String kind, long at, double took, int status, String wrong) {

    private static final int NONE = -1;

    /** As the load writes it, five fields between semicolons. */
    static Request of(String line) {
        var fields = line.split(";", 5);
        return new Request(
                fields[0],
                Long.parseLong(fields[1]),
                Double.parseDouble(fields[2]),
                Integer.parseInt(fields[3]),
                fields[4]);
    }

    boolean refused() {
        return status >= 500;
    }

    boolean unanswered() {
        return status == NONE;
    }

    /** It was answered, with what it should have been. */
    boolean right() {
        return !unanswered() && wrong.isEmpty();
    }

    /** It was answered, but not with what it should have been. */
    boolean mistaken() {
        return !refused() && !unanswered() && !wrong.isEmpty();
    }
}
