package org.parvis.questions;

import org.parvis.platform.web.NotFound;

import java.util.Locale;
import java.util.stream.Stream;

/** The lists of questions, each read along an index of its own. */
public enum Queue {
    /** What the viewer is asked to answer, the most urgent first. */
    MINE_TO_ANSWER("for-me", "q.due_at", true, """
            q.answered_at is null
                   and q.post_id in (select c.post_id from question_call c
                                      where c.person_id = :viewer and c.declined_at is null)
            """),
    /** What nobody has answered yet and still is in time, the most urgent first. */
    OPEN("open", "q.due_at", true, "q.answered_at is null and q.due_at > :now"),
    /** What nobody has answered in time or since, the longest overdue first. */
    LATE("late", "q.due_at", true, "q.answered_at is null and q.due_at <= :now"),
    /** What was answered, the latest first. */
    ANSWERED("answered", "q.answered_at", false, "q.answered_at is not null"),
    /** What the viewer asked, the latest first. */
    ASKED("mine", "p.published_at", false, "p.author_id = :viewer");

    private final String code;
    final String time;
    final boolean ascending;
    final String condition;

    Queue(String code, String time, boolean ascending, String condition) {
        this.code = code;
        this.time = time;
        this.ascending = ascending;
        this.condition = condition;
    }

    /** As it stands in an address and in a message's key. */
    public String code() {
        return code;
    }

    String direction() {
        return ascending ? "asc" : "desc";
    }

    static Queue of(String code) {
        return Stream.of(values())
                .filter(queue -> queue.code.equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NotFound("queue"));
    }
}
