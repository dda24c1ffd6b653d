package org.parvis.bench.company;

import java.util.List;

/** A stream of numbers that depends on nothing but the seed, what is drawn, and which one of it (SplitMix64). */
final class Draw {

    /** What is drawn; each has streams of its own. New ones come last, or all that was drawn changes. */
    enum Of {
        PERSON,
        RANK,
        COMMUNITY,
        MEMBER,
        FOLLOW,
        SIZE,
        POST
    }

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    static Draw of(long seed, Of what, long index) {
        return new Draw(mixed(mixed(seed * 0x9E37_79B9_7F4A_7C15L + what.ordinal()) + index));
    }

    /** From 0, and below 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** From 0, and below {@code n}. */
    int below(int n) {
        return (int) (unit() * n);
    }

    boolean chance(double share) {
        return unit() < share;
    }

    /** From 0, and below {@code n}; the greater the power, the more often among the first. */
    int early(int n, double power) {
        return Math.min(n - 1, (int) (Math.pow(unit(), power) * n));
    }

    /** Log-normal: half of them are below {@code median}. */
    double around(double median, double spread) {
        var normal = Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
        return median * Math.exp(spread * normal);
    }

    /** A long tail (Lomax): mean {@code scale / (shape - 1)}, the lower the shape the longer. */
    double tail(double scale, double shape) {
        return scale * (Math.pow(1 - unit(), -1 / shape) - 1);
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    private long next() {
        state += 0x9E37_79B9_7F4A_7C15L;
        return mixed(state);
    }

    private static long mixed(long value) {
        var z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
