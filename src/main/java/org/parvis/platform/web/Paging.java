package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

/** The part of a list that a program asks for by {@code ?cursor=} and {@code ?limit=}; {@code after} is null at its beginning. */
public record Paging(@Nullable Cursor after, int limit) {

    /** Where to go on in a list that runs from newest to oldest. */
    public Cursor fromNewest() {
        return after == null ? Cursor.NEWEST : after;
    }
}
