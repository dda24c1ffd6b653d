package org.parvis.questions;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Comment;
import org.parvis.conversation.PostId;
import org.parvis.platform.text.Excerpt;

import java.sql.ResultSet;
import java.sql.SQLException;
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
        @Nullable Comment accepted) {

    private static final int SHORT = 700;

    /** Why the viewer is asked to answer: for what they know, or for an answer of theirs, perhaps in somebody's place. */
    public record Call(@Nullable String term, @Nullable String absent) {}

    /** All there is to read for {@code q} from question. */
    static final String COLUMNS = """
            q.post_id as question_id, q.asked_at, q.due_at, q.promised, q.day_hours, q.answered_at,
            (select count(*) from question_follow f where f.post_id = q.post_id) as followers,
            exists (select from question_follow f where f.post_id = q.post_id and f.person_id = :viewer) as followed,
            (select count(*) from question_call c where c.post_id = q.post_id and c.declined_at is null) as called,
            mine.person_id is not null as called_me, mine.spelling as call_term, mine.absent as call_absent,
            """ + Comment.COLUMNS;

    /** What {@link #COLUMNS} reads, beside {@code q} and its post {@code p}. */
    static final String JOINS = """
              left join acceptance a on a.post_id = q.post_id
              left join comment k on k.id = a.comment_id and stands(k, :viewer)
              left join person author on author.id = k.author_id
              left join community place on place.id = p.community_id
              left join lateral (select c.person_id, away.name as absent,
                                        coalesce((select said
                                                    from person me, unnest(me.expertise) said
                                                   where me.id = coalesce(c.in_place_of, c.person_id)
                                                     and left(fold(said), 120) = c.term
                                                   limit 1), c.term) as spelling
                                   from question_call c
                                   left join person away on away.id = c.in_place_of
                                  where c.post_id = q.post_id and c.person_id = :viewer and c.declined_at is null
                                ) mine on true
            """;

    static Question of(ResultSet row, int number) throws SQLException {
        var promised = row.getObject("promised", Integer.class);
        return new Question(
                new PostId(row.getLong("question_id")),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                promised,
                row.getInt("day_hours"),
                instantOrNull(row, "answered_at"),
                row.getLong("followers"),
                row.getBoolean("followed"),
                row.getLong("called"),
                row.getBoolean("called_me") ? new Call(row.getString("call_term"), row.getString("call_absent")) : null,
                row.getObject("id") == null ? null : Comment.of(row, number));
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
