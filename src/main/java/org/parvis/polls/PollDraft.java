package org.parvis.polls;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What the author of a poll asks for. */
@Schema(name = "PollDraft")
record PollDraft(
        @ArraySchema(arraySchema = @Schema(requiredMode = REQUIRED), minItems = LEAST, maxItems = MOST) @Nullable
        List<@Nullable String> options,

        @Schema(description = "Whether one may choose several; false where not said") @Nullable
        Boolean multiple,

        @Schema(description = "Nobody ever sees who chose what; a vote is final, results come at the end") @Nullable
        Boolean secret,

        @Schema(description = "Whether results are shown at the end only; otherwise to whoever has voted") @Nullable
        Boolean resultsAtEnd,

        @Schema(description = "Whether those who may vote add choices") @Nullable
        Boolean extensible,

        @Schema(description = "At most a year away; in a week where not said") @Nullable
        Instant endsAt) {

    static final int LEAST = 2;

    /** The most choices that an author may give. */
    static final int MOST = 10;

    /** The longest choice, in characters. */
    static final int CHOICE = 200;

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(366);

    boolean isMultiple() {
        return Boolean.TRUE.equals(multiple);
    }

    boolean isSecret() {
        return Boolean.TRUE.equals(secret);
    }

    boolean atEnd() {
        return isSecret() || Boolean.TRUE.equals(resultsAtEnd);
    }

    boolean isExtensible() {
        return Boolean.TRUE.equals(extensible);
    }

    /** @throws Invalid when there are too few, too many, or the same twice */
    List<String> choices() {
        var choices = (options == null ? List.<@Nullable String>of() : options)
                .stream()
                        .map(option -> PlainText.optionalName("options", option, CHOICE))
                        .filter(option -> !option.isEmpty())
                        .toList();
        if (choices.size() < LEAST) {
            throw new Invalid("options", "polls.too-few");
        } else if (choices.size() > MOST) {
            throw new Invalid("options", "polls.too-many", MOST);
        }
        var seen = new HashSet<String>();
        choices.forEach(choice -> {
            if (!seen.add(key(choice))) {
                throw new Invalid("options", "polls.twice", choice);
            }
        });
        return choices;
    }

    /** Two choices of the same key are the same to a reader. */
    static String key(String choice) {
        return choice.toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid when it would be over already, or in more than a year */
    Instant end(Instant now) {
        var end = endsAt == null ? now.plus(USUAL) : endsAt;
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new Invalid("endsAt", "polls.end");
        }
        return end;
    }
}
