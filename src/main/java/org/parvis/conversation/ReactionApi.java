package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Slice;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** Reactions for programs. */
@RestController
@RequestMapping("/api/v1")
class ReactionApi {

    record ReactionJson(PersonReference person, String kind, Instant at) {

        static ReactionJson of(Reactions.Reactor reactor) {
            return new ReactionJson(
                    PersonReference.of(reactor.person()), reactor.kind().code(), reactor.at());
        }
    }

    private final Reactions reactions;

    ReactionApi(Reactions reactions) {
        this.reactions = reactions;
    }

    @GetMapping("/posts/{id}/reactions")
    JsonList<ReactionJson> toPost(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(reactions.of(viewer, id, Cursor.of(cursor), Slice.limit(limit)), ReactionJson::of);
    }

    @PutMapping("/posts/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void put(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
    }

    @DeleteMapping("/posts/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void delete(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
    }

    @GetMapping("/comments/{id}/reactions")
    JsonList<ReactionJson> toComment(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(reactions.of(viewer, id, Cursor.of(cursor), Slice.limit(limit)), ReactionJson::of);
    }

    @PutMapping("/comments/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void put(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
    }

    @DeleteMapping("/comments/{id}/reactions/{kind}")
    @ResponseStatus(NO_CONTENT)
    void delete(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
    }
}
