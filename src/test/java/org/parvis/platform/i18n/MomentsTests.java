package org.parvis.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZonedDateTime;
import java.util.Locale;

class MomentsTests {

    static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-25T14:12:00+01:00[Europe/Paris]");

    @ParameterizedTest
    @CsvSource({"14:12,14_h_12,14:12", "08:05,8_h_05,08:05", "10:00,10_h,10:00"})
    void timesAreThoseOfTheLanguage(String time, String french, String english) {
        var at = ZonedDateTime.parse("2026-11-25T" + time + ":00+01:00[Europe/Paris]");
        assertThat(Moments.time(Locale.FRENCH, at)).isEqualTo(french.replace('_', '\u00A0'));
        assertThat(Moments.time(Locale.ENGLISH, at)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-25T14:11:30|maintenant|now",
                "2026-11-25T13:32:00|il y a 40 min|40 min ago",
                "2026-11-25T12:00:00|il y a 2 h|2 hr ago",
                "2026-11-24T23:50:00|hier|yesterday",
                "2026-11-23T09:00:00|lundi|Monday",
                "2026-03-03T09:00:00|3 mars|3 March",
                "2025-12-12T09:00:00|12 décembre 2025|12 December 2025"
            })
    void whatIsPastIsSaidAsPeopleSayIt(String at, String french, String english) {
        var moment = ZonedDateTime.parse(at + "+01:00[Europe/Paris]");
        assertThat(plain(Moments.ago(Locale.FRENCH, moment, NOW))).isEqualTo(french);
        assertThat(plain(Moments.ago(Locale.ENGLISH, moment, NOW))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = "2026-03-03T17:40:00|3 mars 2026, 17 h 40|3 March 2026, 17:40")
    void theExactMomentHasItsYearAndTime(String at, String french, String english) {
        var moment = ZonedDateTime.parse(at + "+01:00[Europe/Paris]");
        assertThat(plain(Moments.full(Locale.FRENCH, moment))).isEqualTo(french);
        assertThat(plain(Moments.full(Locale.ENGLISH, moment))).isEqualTo(english);
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}
