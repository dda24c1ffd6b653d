package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.Remark;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** An entry while it is read: values are cleaned, cut to our limits and understood, each with a remark if need be. */
final class Draft {

    static final int NAME_LIMIT = 200;
    static final int VALUE_LIMIT = 300;

    private final long line;
    private final Dates dates;
    private final Consumer<Remark> remarks;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final Map<String, String> attributes = new LinkedHashMap<>();

    Draft(long line, Dates dates, Consumer<Remark> remarks) {
        this.line = line;
        this.dates = dates;
        this.remarks = remarks;
    }

    /** Takes a value; the label is what the file itself calls its column. */
    void put(Column column, String label, @Nullable String written) {
        var value = cleaned(written);
        if (!value.isEmpty()) {
            values.put(column, limited(label, value, isName(column) ? NAME_LIMIT : VALUE_LIMIT));
        }
    }

    void attribute(String header, @Nullable String written) {
        var value = cleaned(written);
        if (!value.isEmpty()) {
            attributes.put(header, limited(header, value, VALUE_LIMIT));
        }
    }

    DirectoryEntry entry(boolean hasPhoto) {
        return new DirectoryEntry(
                line,
                values.get(Column.ID),
                distinguished(Column.DISTINGUISHED_NAME),
                told(Column.EMAIL),
                name(),
                told(Column.GIVEN_NAME),
                told(Column.FAMILY_NAME),
                occupation(),
                understood(Column.LANGUAGE, "imports.line.bad-language", Values::language),
                understood(Column.TIME_ZONE, "imports.line.bad-time-zone", Values::timeZone),
                distinguished(Column.MANAGER),
                Map.copyOf(attributes),
                Values.saysLeft(values.getOrDefault(Column.STATE, "")),
                hasPhoto);
    }

    private @Nullable String distinguished(Column column) {
        var value = told(column);
        return value == null ? null : DistinguishedName.normal(value);
    }

    private Occupation occupation() {
        return new Occupation(
                told(Column.JOB_TITLE),
                told(Column.DEPARTMENT),
                told(Column.ORGANISATION),
                told(Column.UNIT),
                told(Column.SITE),
                understood(Column.COUNTRY, "imports.line.bad-country", Values::country),
                told(Column.PHONE),
                understood(Column.START_DATE, "imports.line.bad-date", dates::date),
                understood(Column.POPULATION, "imports.line.bad-population", Values::population));
    }

    private String name() {
        var full = values.get(Column.FULL_NAME);
        return full != null
                ? full
                : cleaned(
                        values.getOrDefault(Column.GIVEN_NAME, "") + " " + values.getOrDefault(Column.FAMILY_NAME, ""));
    }

    // “N/D” in a column that may be empty says that it is empty.
    private @Nullable String told(Column column) {
        var value = values.get(column);
        return value == null || NoPerson.saysNothing(value) ? null : value;
    }

    private <T> @Nullable T understood(Column column, String code, Values.Reading<T> reading) {
        var value = told(column);
        var meaning = value == null ? null : reading.of(value);
        if (value != null && meaning == null) {
            remarks.accept(Remark.at(line, code, Values.excerpt(value)));
        }
        return meaning;
    }

    private static String cleaned(@Nullable String written) {
        return written == null || written.isEmpty() ? "" : Values.cleaned(written);
    }

    private String limited(String what, String value, int limit) {
        if (value.length() <= limit) {
            return value;
        } else {
            remarks.accept(Remark.at(line, "imports.line.cut", what, String.valueOf(limit)));
            return Values.cut(value, limit);
        }
    }

    private static boolean isName(Column column) {
        return column == Column.FULL_NAME || column == Column.GIVEN_NAME || column == Column.FAMILY_NAME;
    }
}
