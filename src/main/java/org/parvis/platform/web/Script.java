package org.parvis.platform.web;

import java.util.regex.Pattern;

/** Scripts as they are sent. */
final class Script {

    // Whole lines only: what looks like a comment within a line may be part of a text.
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(//.*|/\\*\\*(?:(?!\\*/)(?s:.))*+\\*/)$\\n?");
    private static final Pattern INDENTATION = Pattern.compile("\\n\\s+");

    /** Without comments and indentation; a licence stays, and every statement its line. */
    static String dense(String script) {
        return INDENTATION.matcher(COMMENT.matcher(script).replaceAll("")).replaceAll("\n");
    }

    private Script() {}
}
