package org.parvis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class MomentsTests {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final ZoneId MONTERREY = ZoneId.of("America/Monterrey");

    /** A Wednesday, 11 o'clock in Paris. */
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    final Moments moments = new Moments(NOW);

    @Test
    void theLatestIsOfThisMorningOrOfYesterday() {
        assertThat(moments.ago("-1d 09:10", PARIS, false)).isEqualTo("2026-11-25T08:10:00Z");
        assertThat(moments.ago("-1d 14:00", PARIS, false)).isEqualTo("2026-11-24T13:00:00Z");
        assertThat(moments.ago("-2d 09:10", PARIS, false)).isEqualTo("2026-11-24T08:10:00Z");
    }

    @Test
    void workIsDoneOnWorkdaysAndLeisureOnAnyDay() {
        assertThat(moments.ago("-4d 09:00", PARIS, false)).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(moments.ago("-5d 09:00", PARIS, false)).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(moments.ago("-5d 09:00", PARIS, true)).isEqualTo("2026-11-21T08:00:00Z");
    }

    @Test
    void nobodyAnswersInTheirSleep() {
        var post = Instant.parse("2026-11-03T09:00:00Z");

        var answers = moments.after(
                post,
                List.of(
                        new Moments.Delay("20m", PARIS),
                        new Moments.Delay("1h", MONTERREY),
                        new Moments.Delay("3d", PARIS),
                        new Moments.Delay("4d", PARIS)),
                false);

        assertThat(answers)
                .isSorted()
                .startsWith(Instant.parse("2026-11-03T09:20:00Z"))
                .endsWith(Instant.parse("2026-11-09T09:00:00Z"));
        assertThat(answers.get(1).atZone(MONTERREY).getHour()).isBetween(6, 9);
    }

    @Test
    void answersStillToComeAreDrawnTogether() {
        var post = NOW.minus(Duration.ofHours(1));

        var answers =
                moments.after(post, List.of(new Moments.Delay("1h", PARIS), new Moments.Delay("2d", PARIS)), false);

        assertThat(answers).isSorted().allSatisfy(at -> assertThat(at).isBetween(post, NOW));
    }

    @Test
    void peopleLookedLastOnTheEveningOfTheWorkdayBefore() {
        assertThat(moments.lastVisit(PARIS)).isEqualTo("2026-11-24T16:40:00Z");
        assertThat(new Moments(Instant.parse("2026-11-23T08:00:00Z")).lastVisit(PARIS))
                .isEqualTo("2026-11-20T16:40:00Z");
    }
}
