package org.parvis.polls;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.CREATED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Ids;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Polls for programs; a poll itself is the field {@code poll} of its post. */
@RestController
@RequestMapping("/api/v1/polls/{post}")
@Tag(name = "Polls")
class PollApi {

    @Schema(name = "PollVote")
    record VoteJson(
            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description = "Ids of choices; none takes an open vote back",
                                    requiredMode = REQUIRED),
                    maxItems = Poll.MOST)
            @Nullable
            List<@Nullable String> options) {}

    @Schema(name = "PollOptionDraft")
    record ChoiceJson(
            @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = PollDraft.CHOICE) @Nullable
            String text) {}

    @Schema(name = "PollVoter")
    record VoterJson(PersonReference person, Instant at) {

        static VoterJson of(Polls.Voter voter) {
            return new VoterJson(PersonReference.of(voter.person()), voter.at());
        }
    }

    private final Polls polls;

    PollApi(Polls polls) {
        this.polls = polls;
    }

    @Operation(
            operationId = "vote",
            summary = "Choose, in place of what was chosen before; final in a secret poll, 409 once it is over")
    @PutMapping("/vote")
    PollJson vote(@SignedIn Viewer viewer, @PathVariable PostId post, @RequestBody VoteJson vote) {
        // What is not there is said before what is wrong.
        var _ = polls.find(viewer, post);
        if (vote.options() == null || vote.options().stream().anyMatch(Objects::isNull)) {
            throw new Invalid("options", "polls.unknown");
        }
        polls.vote(
                viewer,
                post,
                Polls.chosen(
                        vote.options().stream().map(Objects::requireNonNull).toList()));
        return PollJson.of(polls.find(viewer, post));
    }

    @Operation(operationId = "addPollOption", summary = "Add a choice, where the author lets voters do so")
    @PostMapping("/options")
    @ResponseStatus(CREATED)
    PollJson add(@SignedIn Viewer viewer, @PathVariable PostId post, @RequestBody ChoiceJson choice) {
        polls.add(viewer, post, choice.text());
        return PollJson.of(polls.find(viewer, post));
    }

    @Operation(
            operationId = "listPollVoters",
            summary = "Who took a choice of an open poll whose results the caller sees, the latest first")
    @GetMapping("/options/{option}/voters")
    JsonList<VoterJson> voters(
            @SignedIn Viewer viewer, @PathVariable PostId post, @PathVariable String option, Paging paging) {
        return JsonList.of(
                polls.voters(viewer, post, Ids.parse("choice", option), paging.fromNewest(), paging.limit()),
                VoterJson::of);
    }
}
