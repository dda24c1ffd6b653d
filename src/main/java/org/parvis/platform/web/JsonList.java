package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** A list as the REST API answers it; {@code next} is null at its end. */
public record JsonList<T>(List<T> items, @Nullable String next) {

    public static <T, R> JsonList<R> of(Slice<T> slice, Function<T, R> json) {
        return new JsonList<>(
                slice.items().stream().map(json).toList(),
                slice.next() == null ? null : slice.next().toString());
    }
}
