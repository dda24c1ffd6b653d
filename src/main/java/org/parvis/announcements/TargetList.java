package org.parvis.announcements;

import java.util.List;

/**
 * The values of one kind that an announcement may be brought by: those that most people have, and those that are chosen.
 *
 * @param name as the form and the API name it
 * @param total how many values there are
 * @param typed a name that stands in the form and that no value has
 */
public record TargetList(String name, List<TargetChoice> choices, long total, String typed) {

    private static final int FEW = 20;

    /** The name of the field in which one finds a value by its name. */
    static String field(String list) {
        return list + "-named";
    }

    public String field() {
        return field(name);
    }

    /** Whether there are too many to look through. */
    public boolean isLong() {
        return total > FEW;
    }

    public boolean hasMore() {
        return total > choices.size();
    }

    public long chosen() {
        return choices.stream().filter(TargetChoice::chosen).count();
    }
}
