package org.parvis.questions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * By when somebody needs an answer: as it is promised, within some working hours, or by a moment they name.
 *
 * @param within working hours, 1 to {@link #MOST}; null: as promised
 * @param neededBy a moment with its offset as programs write it, or as a form does, on the asker's clocks; null: none
 */
@Schema(name = "QuestionDraft")
record Delay(
        @Schema(description = "Working hours; null is what the place promises", minimum = "1", maximum = "400")
        @JsonProperty
        @Nullable
        Integer within,

        @Schema(description = "Instead of the promise, at most a year ahead", format = "date-time", maxLength = 40)
        @JsonProperty
        @Nullable
        String neededBy) {

    static final int MOST = 400;

    private static final Duration A_YEAR = Duration.ofDays(366);

    /** What becomes of it when it is asked now. {@code promised} are working hours, null when the asker named a moment. */
    record Due(Instant at, Instant call, @Nullable Integer promised) {}

    /** @throws Invalid when nobody can be held to it */
    Due of(Viewer asker, Promise promise, Instant now) {
        var calendar = promise.calendar();
        if (neededBy != null && !neededBy.isBlank()) {
            var named = named(asker, neededBy.strip());
            if (!named.isAfter(now) || named.isAfter(now.plus(A_YEAR))) {
                throw new Invalid("neededBy", "questions.needed-by-when");
            }
            return new Due(named, calendar.threeQuarters(now, named), null);
        }
        var hours = within == null ? promise.hours() : checked(within);
        var due = calendar.after(now, Duration.ofHours(hours));
        return new Due(due, calendar.threeQuarters(now, due), hours);
    }

    /** The moment as a form writes it; what cannot be read stays as it is. */
    String onTheClockOf(Viewer asker) {
        try {
            return neededBy == null || neededBy.isBlank()
                    ? ""
                    : LocalDateTime.ofInstant(named(asker, neededBy.strip()), asker.zone())
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString();
        } catch (Invalid unreadable) {
            return neededBy;
        }
    }

    private static int checked(int hours) {
        if (hours < 1 || hours > MOST) {
            throw new Invalid("within", "questions.within", MOST);
        }
        return hours;
    }

    private static Instant named(Viewer asker, String text) {
        try {
            return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .atZone(asker.zone())
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw new Invalid("neededBy", "questions.needed-by-when");
        }
    }
}
