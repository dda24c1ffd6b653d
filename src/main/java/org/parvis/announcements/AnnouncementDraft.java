package org.parvis.announcements;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the author of an announcement asks for; {@code named} are names that stand in the form beside what is chosen, by their lists. */
@Schema(name = "AnnouncementDraft")
record AnnouncementDraft(
        @Schema(description = "Whom it is brought to; everybody who may read it where not said") @Nullable
        TargetingJson audience,

        @Schema(description = "Whether people are asked to confirm that they read it; false where not said") @Nullable
        Boolean acknowledge,

        @Schema(description = "Whether nobody comments; false where not said") @Nullable
        Boolean commentsClosed,

        @Schema(description = "When it leaves the home page, at most a year away; in 30 days where not said") @Nullable
        Instant expiresAt,

        @ArraySchema(
                arraySchema = @Schema(description = "The same in other languages of the network"),
                maxItems = WORDINGS)
        @Nullable
        List<@Nullable WordingDraft> wordings,

        @JsonIgnore @Schema(hidden = true) @Nullable Map<String, String> named) {

    static final int WORDINGS = 20;

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(365);

    /** With nothing that is to be found by its name. */
    AnnouncementDraft(
            @Nullable TargetingJson audience,
            @Nullable Boolean acknowledge,
            @Nullable Boolean commentsClosed,
            @Nullable Instant expiresAt,
            @Nullable List<@Nullable WordingDraft> wordings) {
        this(audience, acknowledge, commentsClosed, expiresAt, wordings, null);
    }

    /** Title and text in another language. */
    @Schema(name = "AnnouncementWordingDraft")
    record WordingDraft(
            @Schema(description = "BCP 47, one of the network's") @Nullable
            String language,

            @Schema(minLength = 1, maxLength = Submission.TITLE) @Nullable
            String title,

            @Schema(description = "Markdown", minLength = 1, maxLength = Posts.TEXT) @Nullable
            String text) {}

    /** The same, cleaned. */
    record Words(String language, String title, String text) {}

    AnnouncementDraft broughtTo(TargetingJson chosen) {
        return new AnnouncementDraft(chosen, acknowledge, commentsClosed, expiresAt, wordings);
    }

    boolean asksToAcknowledge() {
        return Boolean.TRUE.equals(acknowledge);
    }

    boolean isClosed() {
        return Boolean.TRUE.equals(commentsClosed);
    }

    Targeting targeting() {
        return audience == null ? Targeting.EVERYBODY : audience.targeting();
    }

    /** @throws Invalid when it would be over already, or in more than a year */
    Instant expiry(Instant now) {
        var expiry = expiresAt == null ? now.plus(USUAL) : expiresAt;
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST))) {
            throw new Invalid("expiresAt", "announcements.expiry");
        }
        return expiry;
    }

    /** @throws Invalid when a language is not the network's or comes twice, or title or text is missing */
    List<Words> words(Collection<String> languages) {
        var given = wordings == null ? List.<@Nullable WordingDraft>of() : wordings;
        var seen = new HashSet<String>();
        return given.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(draft -> words(draft, languages, seen))
                .toList();
    }

    private static Words words(WordingDraft draft, Collection<String> languages, HashSet<String> seen) {
        var language = draft.language() == null ? "" : draft.language();
        if (!languages.contains(language) || !seen.add(language)) {
            throw new Invalid("wordings", "announcements.no-language");
        }
        return new Words(
                language,
                PlainText.name("wordings", draft.title(), Submission.TITLE),
                PlainText.clean("wordings", draft.text(), Posts.TEXT));
    }
}
