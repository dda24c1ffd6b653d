package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Visitor;

import java.time.ZoneId;
import java.util.Locale;

/** The person on whose behalf something is read or done, as the session or token found them a moment ago; the photo is an address. */
public record Viewer(
        PersonId id,
        PersonKind kind,
        String name,
        @Nullable String photo,
        Locale locale,
        ZoneId zone,
        @Nullable String theme,
        boolean live)
        implements Visitor {

    @Override
    public long number() {
        return id.value();
    }

    public boolean employee() {
        return kind == PersonKind.EMPLOYEE;
    }

    public boolean is(PersonId person) {
        return id.equals(person);
    }
}
