package org.parvis.praise;

import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often somebody praises in a week, from Monday on where they live (ISO 8601). */
@Repository
class WeeklyBudget {

    static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    WeeklyBudget(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes one of this week's, in the transaction that gives it. What is taken back is not given back.
     *
     * @throws Invalid when there is none left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(Viewer author) {
        // The row is locked until the praise is there: two at once are counted one after the other.
        var taken = jdbc.sql("""
                insert into praise_week as w (person_id, monday, given) values (:author, :monday, 1)
                on conflict (person_id) do update
                   set given = case when w.monday < excluded.monday then 1 else w.given + 1 end,
                       monday = greatest(w.monday, excluded.monday)
                 where w.monday < excluded.monday or w.given < :most
                """)
                .param("author", author.id().value())
                .param("monday", monday(author))
                .param("most", MOST)
                .update();
        if (taken == 0) {
            throw new Invalid("praise", "praise.budget.spent", MOST);
        }
    }

    LocalDate monday(Viewer author) {
        return LocalDate.ofInstant(clock.instant(), author.zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
