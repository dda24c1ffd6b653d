package org.parvis.bench;

import java.util.Locale;

/** Something measured, and what it may be. */
record Figure(String name, double value, String unit, Target target) {

    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Target.NONE);
    }

    Figure atMost(double most) {
        return new Figure(name, value, unit, new Target(Double.NEGATIVE_INFINITY, most));
    }

    Figure atLeast(double least) {
        return new Figure(name, value, unit, new Target(least, Double.POSITIVE_INFINITY));
    }

    boolean holds() {
        return value >= target.least && value <= target.most;
    }

    String measured() {
        return number(value) + " " + unit;
    }

    String wanted() {
        if (target.most < Double.POSITIVE_INFINITY) {
            return "≤ " + number(target.most);
        } else if (target.least > Double.NEGATIVE_INFINITY) {
            return "≥ " + number(target.least);
        } else {
            return "";
        }
    }

    String verdict() {
        if (target.equals(Target.NONE)) {
            return "";
        } else {
            return holds() ? "pass" : "FAIL";
        }
    }

    private static String number(double value) {
        var format = value >= 100 || value == Math.rint(value) ? "%,.0f" : value < 1 ? "%.3f" : "%.1f";
        return String.format(Locale.ROOT, format, value);
    }

    record Target(double least, double most) {
        static final Target NONE = new Target(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
