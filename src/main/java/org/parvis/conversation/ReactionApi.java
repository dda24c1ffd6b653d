package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** Reactions for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Reactions")
class ReactionApi {

    @Schema(name = "Reaction")
    record ReactionJson(
            PersonReference person,

            @Schema(allowableValues = {"like", "thanks", "bravo", "idea", "laugh", "sad"})
            String kind,

            Instant at) {

        static ReactionJson of(Reactions.Reactor reactor) {
            return new ReactionJson(
                    PersonReference.of(reactor.person()), reactor.kind().code(), reactor.at());
        }
    }

    private final Reactions reactions;

    ReactionApi(Reactions reactions) {
        this.reactions = reactions;
    }

    @Operation(operationId = "listPostReactions", summary = "Who reacted to a post, the latest first")
    @GetMapping("/posts/{id}/reactions")
    JsonList<ReactionJson> toPost(@SignedIn Viewer viewer, @PathVariable PostId id, Paging paging) {
        return JsonList.of(reactions.of(viewer, id, paging.fromNewest(), paging.limit()), ReactionJson::of);
    }

    @Operation(operationId = "reactToPost", summary = "React to a post; twice is once")
    @PutMapping("/posts/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void put(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
    }

    @Operation(operationId = "takeBackPostReaction", summary = "Take a reaction to a post back")
    @DeleteMapping("/posts/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void delete(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
    }

    @Operation(operationId = "listCommentReactions", summary = "Who reacted to a comment, the latest first")
    @GetMapping("/comments/{id}/reactions")
    JsonList<ReactionJson> toComment(@SignedIn Viewer viewer, @PathVariable CommentId id, Paging paging) {
        return JsonList.of(reactions.of(viewer, id, paging.fromNewest(), paging.limit()), ReactionJson::of);
    }

    @Operation(operationId = "reactToComment", summary = "React to a comment; twice is once")
    @PutMapping("/comments/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void put(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
    }

    @Operation(operationId = "takeBackCommentReaction", summary = "Take a reaction to a comment back")
    @DeleteMapping("/comments/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void delete(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
    }
}
