package org.parvis.bench.company;

/** Who writes and who reads somewhere: a few write most of it. */
record Crowd(Staff staff, Places places) {

    /** Those who write most of all: what part of the people they are, and what part of the texts is theirs. */
    private static final double CONTRIBUTORS = .04;

    private static final double THEIRS = .97;

    int writer(Draw draw, Place place) {
        var members = place.members();
        var contributors = contributors(members);
        return contributors > 0 && draw.chance(THEIRS)
                ? members[draw.early(contributors, 1.8)]
                : members[draw.early(members.length, 2)];
    }

    /** So many different ones, or as many as there are. */
    int[] readers(Draw draw, Place place, int wanted) {
        var members = place.members();
        var active = Math.min(members.length, Math.max(3 * wanted, (int) (members.length * .4) + 1));
        var count = Math.min(wanted, active);
        var first = draw.below(active);
        var step = step(draw, active);
        var readers = new int[count];
        for (var n = 0; n < count; n++) readers[n] = members[(int) ((first + (long) n * step) % active)];
        return readers;
    }

    // Of no common divisor, so that nobody is met twice.
    private static int step(Draw draw, int among) {
        while (true) {
            var step = 1 + draw.below(among);
            if (divisor(step, among) == 1) return step;
        }
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private int contributors(int[] members) {
        var most = (int) (staff.size() * CONTRIBUTORS);
        int low = 0;
        int high = members.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (staff.rank(members[middle]) < most) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
