package org.parvis.people;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** How somebody likes their pages. */
@Component
@Transactional
public class Preferences {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;
    private final Network network;

    Preferences(JdbcClient jdbc, Clock clock, Journal journal, Network network) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
        this.network = network;
    }

    /** The nearest of the network's languages. */
    public void language(PersonId person, String language) {
        set(person, "language", network.nearest(Locale.forLanguageTag(language)).getLanguage());
    }

    /** @throws Invalid for what is no time zone of the IANA's list */
    public void zone(PersonId person, String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Invalid("timeZone", "people.zone.unknown");
        }
        set(person, "time_zone", zone);
    }

    /** Anything but light or dark follows the device. */
    public void theme(PersonId person, String theme) {
        set(person, "theme", THEMES.contains(theme) ? theme : null);
    }

    public void live(PersonId person, boolean live) {
        jdbc.sql("update person set live = :live where id = :id")
                .param("live", live)
                .param("id", person.value())
                .update();
    }

    private void set(PersonId person, String column, @Nullable String value) {
        jdbc.sql("update person set " + column + " = :value, updated_at = :now where id = :id")
                .param("value", value)
                .param("now", utc(clock.instant()))
                .param("id", person.value())
                .update();
        journal.append(Activity.by(person.value())
                .update(Reference.to("person", person.value()))
                .quietly());
    }
}
