package org.parvis.bench;

import java.util.Arrays;

/** The same thing measured several times. */
record Sample(double[] sorted) {

    static Sample of(double... values) {
        if (values.length == 0) throw new IllegalArgumentException("nothing was measured");
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that this share of all does not exceed (nearest rank). */
    double percentile(double share) {
        var rank = (int) Math.ceil(share / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }
}
