package org.parvis.load;

import java.util.ArrayList;
import java.util.List;

/** The form that a post is written on, with the hidden fields it came with and the communities it offers. */
record Sheet(String draft, String window, String version, List<Integer> places) {

    static final Sheet NONE = new Sheet("", "", "", List.of());

    private static final String DRAFT = "name=\"draft\" value=\"";
    private static final String WINDOW = "name=\"window\" value=\"";
    private static final String VERSION = "name=\"version\" value=\"";
    private static final String PLACE = "name=\"community\"";
    private static final String OPTION = "<option value=\"";
    private static final String END = "</select>";

    static Sheet in(String page) {
        var draft = page.indexOf(DRAFT);
        var window = page.indexOf(WINDOW);
        var version = page.indexOf(VERSION);
        if (draft < 0 || window < 0 || version < 0) return NONE;
        return new Sheet(
                Reading.value(page, draft + DRAFT.length()),
                Reading.value(page, window + WINDOW.length()),
                Reading.value(page, version + VERSION.length()),
                places(page));
    }

    private static List<Integer> places(String page) {
        var places = new ArrayList<Integer>();
        var from = page.indexOf(PLACE);
        var end = from < 0 ? 0 : page.indexOf(END, from);
        for (var at = from < 0 ? -1 : page.indexOf(OPTION, from, end);
                at >= 0;
                at = page.indexOf(OPTION, at + 1, end)) {
            var place = Reading.number(page, at + OPTION.length());
            if (place > 0) places.add(place);
        }
        return places;
    }

    boolean lies() {
        return !draft.isEmpty();
    }
}
