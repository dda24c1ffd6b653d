package org.parvis.polls;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** A poll as the REST API writes it. */
@Schema(name = "Poll")
record PollJson(
        List<OptionJson> options,
        boolean multiple,
        boolean secret,

        @Schema(description = "Whether results are shown at the end only")
        boolean resultsAtEnd,

        @Schema(description = "Whether those who may vote add choices")
        boolean extensible,

        Instant endsAt,
        boolean over,

        @Schema(description = "How many people have voted") long voters,

        @Schema(description = "Whether the caller has") boolean voted,

        @Schema(description = "What the caller chose; empty in a secret poll, where nobody knows")
        List<String> mine) {

    /** One of the choices. */
    @Schema(name = "PollOption")
    record OptionJson(
            String id,
            String text,

            @Schema(description = "Null as long as the caller does not see results") @Nullable
            Long votes) {}

    static PollJson of(Poll poll) {
        return new PollJson(
                poll.choices().stream()
                        .map(choice -> new OptionJson(Long.toString(choice.id()), choice.text(), choice.votes()))
                        .toList(),
                poll.multiple(),
                poll.secret(),
                poll.atEnd(),
                poll.extensible(),
                poll.endsAt(),
                poll.over(),
                poll.voters(),
                poll.voted(),
                poll.choices().stream()
                        .filter(Poll.Choice::mine)
                        .map(choice -> Long.toString(choice.id()))
                        .toList());
    }
}
