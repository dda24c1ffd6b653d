package org.parvis.load;

import java.util.List;

/** The form that a post is written on, with the hidden fields it came with and the communities it offers. */
record Sheet(String draft, String window, List<Integer> places) {

    static final Sheet NONE = new Sheet("", "", List.of());

    private static final Word DRAFT = Word.of("name=\"draft\" value=\"");
    private static final Word WINDOW = Word.of("name=\"window\" value=\"");
    private static final Word PLACE = Word.of("name=\"community\"");
    private static final Word OPTION = Word.of("<option value=\"");
    private static final Word END = Word.of("</select>");

    static Sheet in(byte[] page) {
        var draft = DRAFT.in(page, 0);
        var window = WINDOW.in(page, 0);
        if (draft < 0 || window < 0) return NONE;
        return new Sheet(
                Word.value(page, draft + DRAFT.length()), Word.value(page, window + WINDOW.length()), places(page));
    }

    private static List<Integer> places(byte[] page) {
        var places = new java.util.ArrayList<Integer>();
        var from = PLACE.in(page, 0);
        var end = from < 0 ? 0 : END.in(page, from);
        for (var at = from < 0 ? -1 : OPTION.in(page, from, end); at >= 0; at = OPTION.in(page, at + 1, end)) {
            var place = Word.number(page, at + OPTION.length());
            if (place > 0) places.add(place);
        }
        return places;
    }

    boolean lies() {
        return !draft.isEmpty();
    }
}
