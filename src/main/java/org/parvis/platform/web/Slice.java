package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** One page of a list, and where the next one begins; {@code next} is null at the end. */
public record Slice<T>(List<T> items, @Nullable Cursor next) {

    public static final int PAGE = 20;
    public static final int MOST = 100;

    /** Cuts rows that were read with {@code limit + 1} down to {@code limit}; the row too many tells that more follow. */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
        if (rows.size() > limit) {
            var items = List.copyOf(rows.subList(0, limit));
            return new Slice<>(items, cursorOf.apply(items.getLast()));
        } else {
            return new Slice<>(List.copyOf(rows), null);
        }
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }
}
