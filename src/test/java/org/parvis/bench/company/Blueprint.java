package org.parvis.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What company it is.
 *
 * @param scale how much of the content of 80,000 people there is: 1 is twelve posts a year for each, with their comments
 *     and reactions; the people and their places are all there at any scale
 * @param until when the newest of it was written
 */
public record Blueprint(int people, int communities, int years, double scale, long seed, Instant until) {

    /** Chief executive, administrator, community manager, moderator, editor; below them there is no company to speak of. */
    static final int FEWEST_PEOPLE = 50;

    private static final double POSTS_A_YEAR = 12;

    public Blueprint {
        if (people < FEWEST_PEOPLE || people > 2_000_000) throw unfit("--people is from 50 to 2000000");
        if (communities < 2 || communities > 200_000) throw unfit("--communities is from 2 to 200000");
        if (years < 1 || years > 20) throw unfit("--years is from 1 to 20");
        if (!(scale > 0 && scale <= 10)) throw unfit("--scale is above 0, and 10 at most");
    }

    /** The earliest moment there is, in microseconds since 1970. */
    long start() {
        return end() - Duration.ofDays(365).multipliedBy(years).toSeconds() * Rhythm.SECOND;
    }

    /** {@link #until} in microseconds since 1970. */
    long end() {
        return until.getEpochSecond() * Rhythm.SECOND;
    }

    int posts() {
        return Math.max(100, (int) Math.round(people * POSTS_A_YEAR * years * scale));
    }

    /** The arguments, but for the time: what a folder that was begun has to be gone on with. */
    public String arguments() {
        return String.format(
                Locale.ROOT,
                "--people %d --communities %d --years %d --scale %s --seed %d",
                people,
                communities,
                years,
                Double.toString(scale),
                seed);
    }

    private static IllegalArgumentException unfit(String why) {
        return new IllegalArgumentException(why);
    }
}
