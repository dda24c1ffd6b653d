package org.parvis.platform.database;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.time.Times;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/** Many rows as columns, which a statement takes apart again by {@code unnest}. */
public final class Columns {

    private Columns() {}

    public static <T> @Nullable Long[] numbers(Collection<T> rows, Function<T, @Nullable Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    public static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** To be cast to {@code timestamptz[]}: the driver knows no arrays of times. */
    public static <T> @Nullable String[] times(Collection<T> rows, Function<T, @Nullable Instant> value) {
        return rows.stream().map(value).map(Columns::time).toArray(String[]::new);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Times.utc(instant).toString();
    }
}
