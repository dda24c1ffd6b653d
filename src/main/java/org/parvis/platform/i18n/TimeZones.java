package org.parvis.platform.i18n;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Time zones by the city people know them by, with the time it is there. */
public final class TimeZones {

    /** By their ids, in the order of the cities; {@code own} is among them even if no city has it. */
    public static Map<String, String> named(Locale locale, Instant now, ZoneId own) {
        var names = TimeZoneNames.getInstance(ULocale.forLocale(locale));
        var known = ZoneId.getAvailableZoneIds();
        var cities = new TreeMap<String, String>(Collator.getInstance(locale));
        for (var id : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            if (known.contains(id)) {
                var city = names.getExemplarLocationName(id);
                cities.putIfAbsent(city + ", " + Moments.time(locale, now.atZone(ZoneId.of(id))), id);
            }
        }
        var options = new LinkedHashMap<String, String>();
        cities.forEach((label, id) -> options.put(id, label));
        options.putIfAbsent(own.getId(), own.getId());
        return options;
    }

    private TimeZones() {}
}
