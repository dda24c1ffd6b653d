package org.parvis.links;

import org.parvis.platform.outgoing.WebAddress;

import java.util.regex.Pattern;

/**
 * A page of ours that somebody links to.
 *
 * @param kind {@code posts}, {@code people} or {@code communities}; empty for any other
 */
record OwnPage(WebAddress address, String kind, long id) {

    private static final Pattern THING = Pattern.compile("/(posts|people|communities)/([1-9]\\d{0,17})/?(?:\\?.*)?");

    static OwnPage of(WebAddress address, String path) {
        var thing = THING.matcher(path);
        return thing.matches()
                ? new OwnPage(address, thing.group(1), Long.parseLong(thing.group(2)))
                : new OwnPage(address, "", 0);
    }

    boolean isUnknown() {
        return kind.isEmpty();
    }
}
