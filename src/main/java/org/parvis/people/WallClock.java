package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Moments;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Locale;

/** What time it is where somebody is. */
@Component
public final class WallClock {

    private final Clock clock;

    WallClock(Clock clock) {
        this.clock = clock;
    }

    /** Hour and minute as the reader's language writes them; null for a zone nobody knows. */
    public @Nullable String time(Locale reader, @Nullable String zone) {
        var known = Person.zone(zone);
        if (known == null) {
            return null;
        }
        return Moments.time(reader, clock.instant().atZone(known));
    }
}
