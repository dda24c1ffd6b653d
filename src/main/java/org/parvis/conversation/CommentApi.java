package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** Comments for programs. */
@RestController
@RequestMapping("/api/v1")
class CommentApi {

    private final Comments comments;

    CommentApi(Comments comments) {
        this.comments = comments;
    }

    @GetMapping("/posts/{id}/comments")
    JsonList<CommentJson> of(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(comments.of(viewer, id, Cursor.parse(cursor), Slice.limit(limit)), CommentJson::of);
    }

    @PostMapping("/posts/{id}/comments")
    ResponseEntity<CommentJson> add(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestBody TextJson typed) {
        var replyTo = typed.replyTo() == null ? null : CommentId.of(typed.replyTo());
        var comment = comments.add(viewer, id, replyTo, typed.text());
        return ResponseEntity.created(URI.create("/api/v1/comments/" + comment)).body(get(viewer, comment));
    }

    @GetMapping("/comments/{id}")
    CommentJson get(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        return CommentJson.of(comments.find(viewer, id));
    }

    @PatchMapping("/comments/{id}")
    @Transactional
    CommentJson edit(@SignedIn Viewer viewer, @PathVariable CommentId id, @RequestBody TextJson typed) {
        comments.edit(viewer, id, typed.text());
        return get(viewer, id);
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(NO_CONTENT)
    void delete(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestBody(required = false) PostApi.@Nullable ReasonJson reason) {
        comments.delete(viewer, id, reason == null ? null : reason.reason());
    }
}
