package org.parvis.moderation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostJson.CommunityReference;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonReference;

import java.time.Instant;
import java.util.List;

/** A report as the REST API writes it. */
@Schema(name = "Report")
record ReportJson(
        String id,
        @Schema(example = "open") String state,
        Thing about,

        @Schema(description = "Who wrote it, or is it; null for a community") @Nullable
        PersonReference person,

        @Schema(description = "Where it stands, if the caller may find it") @Nullable
        CommunityReference community,

        @Schema(description = "Whether the moderators of the network handle it")
        boolean moderated,

        @Schema(description = "How many reported it") long count,

        @Schema(description = "For whoever handles it all of them, at most 50; else the caller's own alone")
        List<VoiceJson> voices,

        @Schema(description = "What was decided, the latest last")
        List<HandlingJson> handlings,

        @Schema(description = "What the caller may decide now")
        List<String> decisions,

        Instant openedAt) {

    /** What is reported. */
    @Schema(name = "ReportedThing")
    record Thing(
            @Schema(description = "post, comment, person or community")
            String kind,

            String id) {}

    /** Someone's reason, and the words as they read them. */
    @Schema(name = "ReportVoice")
    record VoiceJson(
            @Nullable PersonReference person,

            @Schema(description = "disrespect, private, misplaced, safety or other")
            String reason,

            String text,
            String words,
            Instant at) {}

    /** Someone's decision. */
    @Schema(name = "ReportHandling")
    record HandlingJson(
            @Nullable PersonReference person,

            @Schema(description = "keep, hide, remove or warn")
            String action,

            String reason,
            Instant at) {}

    static ReportJson of(Report report) {
        return new ReportJson(
                report.id().toString(),
                report.handled() ? "handled" : "open",
                new Thing(report.thing().kind(), Long.toString(report.thing().id())),
                person(report.reported()),
                report.community() == null || report.communityName() == null
                        ? null
                        : new CommunityReference(report.community().toString(), report.communityName()),
                report.moderated(),
                report.count(),
                report.voices().stream().map(ReportJson::voice).toList(),
                report.handlings().stream().map(ReportJson::handling).toList(),
                report.decisions().stream().map(Decision::code).toList(),
                report.openedAt());
    }

    private static VoiceJson voice(Voice voice) {
        return new VoiceJson(person(voice.person()), voice.reason().code(), voice.text(), voice.words(), voice.at());
    }

    private static HandlingJson handling(Handling handling) {
        return new HandlingJson(
                person(handling.person()), handling.decision().code(), handling.reason(), handling.at());
    }

    private static @Nullable PersonReference person(@Nullable PersonCard card) {
        return card == null ? null : PersonReference.of(card);
    }
}
