package org.parvis.access;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where to go after signing in: a page of ours, or home for whatever could lead elsewhere. */
final class ReturnPath {

    private static final String HOME = "/";
    private static final int LONGEST = 1000;
    private static final Set<String> DOORS = Set.of("/sign-in", "/sign-out", "/set-up", "/welcome", "/links");

    static String of(@Nullable String asked) {
        return asked != null && ours(asked) ? asked : HOME;
    }

    /** Back to the page on which a button was pressed, which may be one of the doors too. */
    static String back(@Nullable String from) {
        return from != null && here(from) ? from : HOME;
    }

    private static boolean ours(String path) {
        return here(path) && !door(path);
    }

    private static boolean here(String path) {
        return path.length() <= LONGEST
                && path.matches("/[\\x21-\\x5b\\x5d-\\x7e]*")
                && plain(path.split("[?#]", 2)[0]);
    }

    // A slash or backslash at a segment's beginning, written in whichever way, may begin another host.
    private static boolean plain(String path) {
        try {
            var uri = new URI(path);
            var decoded = uri.getPath();
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && decoded != null
                    && !path.contains("//")
                    && !decoded.contains("//")
                    && !decoded.contains("\\")
                    && !decoded.contains("/..")
                    && decoded.chars().noneMatch(Character::isISOControl)
                    && !path.matches("(?i).*%(25|2f|5c).*");
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean door(String path) {
        return DOORS.stream()
                .anyMatch(door -> path.equals(door) || path.startsWith(door + "/") || path.startsWith(door + "?"));
    }

    private ReturnPath() {}
}
