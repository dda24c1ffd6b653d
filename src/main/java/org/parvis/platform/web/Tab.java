package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One page of a place that has several; the label is text already, the count is shown when there is one, on a badge when
 * it waits for someone: {@code waiting} says so in words.
 */
public record Tab(
        String href,
        String label,
        boolean current,
        @Nullable String count,
        @Nullable String waiting) {

    public Tab(String href, String label, boolean current, @Nullable String count) {
        this(href, label, current, count, null);
    }

    public static Tab of(String href, String label, boolean current) {
        return new Tab(href, label, current, null);
    }
}
