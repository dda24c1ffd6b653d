package org.parvis.demo;

import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;

import java.time.ZoneId;
import java.util.Locale;

/** Someone of the demo company. */
record Colleague(String key, PersonId id, String name, String site, String language, ZoneId zone) {

    Viewer viewer() {
        return new Viewer(id, PersonKind.EMPLOYEE, name, null, Locale.of(language), zone, null, true);
    }
}
