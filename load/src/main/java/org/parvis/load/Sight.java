package org.parvis.load;

import java.util.List;

/** What a page offers to somebody: links to follow, forms to send. */
record Sight(
        String position,
        List<Integer> posts,
        List<Integer> communities,
        List<Integer> people,
        List<String> files,
        List<Form> reactions,
        List<Form> votes,
        List<Form> entries,
        int commentable,
        Further further) {

    static final Sight NOTHING = new Sight(
            "0", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, Further.NONE);

    /** A form with one button: where it is sent, and its fields as they are sent. */
    record Form(String path, String fields) {}

    /** The way to what comes next, and the frame that it appears in; without one it is a page of its own. */
    record Further(String path, String frame) {
        static final Further NONE = new Further("", "");
    }

    boolean goesOn() {
        return !further.path().isEmpty();
    }
}
