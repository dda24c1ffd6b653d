package org.parvis.bench.company;

import java.util.LinkedHashSet;

/** Who follows whom: half of the people at most 20 others, most of all those who write; three in five the chief executive. */
record Follows(Blueprint company, Staff staff) {

    static final double OF_THE_CHIEF_EXECUTIVE = .6;

    private static final int MOST = 500;

    Rows rows() {
        var rows = new Rows("person_follow", "follower_id,followed_id,since");
        for (var person = 1; person <= staff.size(); person++) {
            if (!staff.isGuest(person)) add(rows, person);
        }
        return rows;
    }

    private void add(Rows rows, int person) {
        var draw = Draw.of(company.seed(), Draw.Of.FOLLOW, person);
        var followed = new LinkedHashSet<Integer>();
        if (draw.chance(OF_THE_CHIEF_EXECUTIVE)) followed.add(Staff.CHIEF_EXECUTIVE);
        var wanted = Math.min(draw.around(20, 1), Math.min(MOST, staff.size() / 4));
        while (followed.size() < wanted) followed.add(somebody(draw));
        followed.removeIf(other -> other == person || staff.isGuest(other));
        for (var other : followed) {
            rows.begin()
                    .number(person)
                    .number(other)
                    .moment(company.start() + (long) (draw.unit() * (company.end() - company.start())));
        }
    }

    /** The chief executive is followed for being that, and by nobody more often than said. */
    private int somebody(Draw draw) {
        while (true) {
            var other = staff.byRank(draw.early(staff.size(), 2));
            if (other != Staff.CHIEF_EXECUTIVE) return other;
        }
    }
}
