package org.parvis.feed;

import java.util.Arrays;

/** The three ways to look at what is said: what concerns me, what I chose, what everyone reads. */
public enum View {
    FOR_ME("for-me"),
    FOLLOWING("following"),
    COMPANY("company");

    private final String code;

    View(String code) {
        this.code = code;
    }

    /** As addresses, the API and the database write it; what is none is the first. */
    public static View of(String code) {
        return Arrays.stream(values())
                .filter(view -> view.code.equals(code))
                .findFirst()
                .orElse(FOR_ME);
    }

    public String code() {
        return code;
    }

    public String href() {
        return this == FOR_ME ? "/" : "/?view=" + code;
    }

    public String messageKey() {
        return "feed.view." + code;
    }

    /** Whether an answer brings a post up again, or its place stays that of its publication. */
    boolean byActivity() {
        return this != FOLLOWING;
    }

    /** The column of {@code post} that orders the view. */
    String column() {
        return byActivity() ? "active_at" : "published_at";
    }
}
