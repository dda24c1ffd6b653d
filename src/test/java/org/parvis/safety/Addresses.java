package org.parvis.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills address patterns with the ids of things, each variable by the noun that stands before it. */
record Addresses(Map<String, List<String>> things) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^/]*\\}");

    /** Every address of a pattern. A noun nobody told of is an error: the new thing must be walked too. */
    List<String> of(String pattern) {
        var variable = VARIABLE.matcher(pattern);
        if (!variable.find()) return List.of(pattern);
        var values = things.get(noun(pattern, variable));
        if (values == null) {
            throw new AssertionError("Which things does " + pattern + " show? Teach the walk about them.");
        }
        var filled = new ArrayList<String>();
        for (var value : values) {
            filled.addAll(of(pattern.substring(0, variable.start()) + value + pattern.substring(variable.end())));
        }
        return filled;
    }

    private static String noun(String pattern, Matcher variable) {
        var before = pattern.substring(0, variable.start()).split("/");
        return variable.group(1).equals("size") ? "size" : before[before.length - 1];
    }
}
