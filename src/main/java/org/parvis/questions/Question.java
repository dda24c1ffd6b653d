package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Quote;
import org.parvis.platform.text.Excerpt;

import java.time.Duration;
import java.time.Instant;

/**
 * What one viewer knows of a question beside its post.
 *
 * @param promised working hours that were promised, of which {@code dayHours} make a day; null when the asker named the time
 * @param answeredAt when the first answer came that still stands
 * @param followers who asks the same, the asker not counted
 * @param followed whether the viewer is one of them
 * @param called how many were called to answer and did not decline
 * @param call why the viewer is one of these, if so
 * @param accepted the answer that helped
 */
public record Question(
        PostId post,
        Instant askedAt,
        Instant dueAt,
        @Nullable Integer promised,
        int dayHours,
        @Nullable Instant answeredAt,
        long followers,
        boolean followed,
        long called,
        @Nullable Call call,
        @Nullable Quote accepted) {

    private static final int SHORT = 700;

    /** Why the viewer is asked to answer: for what they know, or for an answer of theirs, perhaps in somebody's place. */
    public record Call(@Nullable String term, @Nullable String absent) {}

    static Question of(PostId post, QuestionParts.Row row) {
        return new Question(
                post,
                row.askedAt(),
                row.dueAt(),
                row.promised(),
                row.dayHours(),
                row.answeredAt(),
                row.followers(),
                row.followed(),
                row.called(),
                row.calledMe() ? new Call(row.term(), row.absent()) : null,
                row.accepted() == null ? null : row.accepted().quote());
    }

    /** Its name in the page. */
    public String anchor() {
        return "post_" + post + "_question";
    }

    public String href() {
        return "/posts/" + post;
    }

    public boolean answered() {
        return answeredAt != null;
    }

    /** As an address and the API write it. */
    public String state(Instant now) {
        return answered() ? "answered" : isLate(now) ? "late" : "open";
    }

    public boolean isLate(Instant now) {
        return !answered() && !now.isBefore(dueAt);
    }

    /** The beginning of an accepted answer that would fill a list, whose rest is read in its place; null: it is short. */
    public @Nullable String beginning() {
        return accepted == null || accepted.text().length() <= SHORT ? null : Excerpt.of(accepted.text(), SHORT);
    }

    /** How long the first answer took. */
    public Duration took() {
        return answeredAt == null ? Duration.ZERO : Duration.between(askedAt, answeredAt);
    }

    /** How much of the delay has passed, in hundredths. */
    public int elapsed(Instant now) {
        var whole = Duration.between(askedAt, dueAt).toSeconds();
        var passed = Duration.between(askedAt, now).toSeconds();
        return whole <= 0 ? 100 : (int) Math.clamp(100 * passed / whole, 0, 100);
    }

    /** Whole working days that were promised; 0 where hours say it better. */
    public int promisedDays() {
        return promised == null || dayHours == 0 || promised % dayHours != 0 ? 0 : promised / dayHours;
    }
}
