package org.parvis.conversation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.MergePatch;
import org.parvis.platform.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Comments for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Comments")
class CommentApi {

    @Schema(name = "NewComment")
    record NewJson(
            @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = Comments.TEXT) @Nullable
            String text,

            @Schema(description = "The comment that it answers; an answer to an answer stands beside it") @Nullable
            String replyTo,

            @ArraySchema(arraySchema = @Schema(description = FileApi.WAITING), maxItems = Attachments.MOST) @Nullable
            List<String> files) {}

    @Schema(name = "CommentText")
    record TextJson(
            @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = Comments.TEXT) @Nullable
            String text,

            @ArraySchema(arraySchema = @Schema(description = FileApi.KEPT), maxItems = Attachments.MOST) @Nullable
            List<String> files,

            @Schema(description = FileApi.ALTERNATIVES) @Nullable
            Map<String, @Nullable String> alternatives) {}

    private final Comments comments;
    private final MergePatch patches;

    CommentApi(Comments comments, MergePatch patches) {
        this.comments = comments;
        this.patches = patches;
    }

    @Operation(
            operationId = "listComments",
            summary = "All comments and replies of a post, in the order they were written")
    @GetMapping("/posts/{id}/comments")
    JsonList<CommentJson> of(@SignedIn Viewer viewer, @PathVariable PostId id, Paging paging) {
        return JsonList.of(comments.of(viewer, id, paging.after(), paging.limit()), CommentJson::of);
    }

    @Operation(operationId = "comment", summary = "Comment a post, or reply to one of its comments")
    @PostMapping("/posts/{id}/comments")
    @ResponseStatus(CREATED)
    ResponseEntity<CommentJson> add(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestBody NewJson typed) {
        var replyTo = typed.replyTo() == null ? null : CommentId.of(typed.replyTo());
        var comment = comments.add(viewer, id, replyTo, typed.text(), FileApi.enclosed(typed.files()));
        return ResponseEntity.created(URI.create("/api/v1/comments/" + comment)).body(get(viewer, comment));
    }

    @Operation(operationId = "getComment", summary = "A comment")
    @GetMapping("/comments/{id}")
    CommentJson get(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        return CommentJson.of(comments.find(viewer, id));
    }

    @Operation(
            operationId = "rewordComment",
            summary = "Reword one's own comment, or change its files; the earlier wording is kept")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TextJson.class)))
    @PatchMapping("/comments/{id}")
    @Transactional
    CommentJson edit(@SignedIn Viewer viewer, @PathVariable CommentId id, @RequestBody ObjectNode given) {
        var comment = comments.find(viewer, id);
        var wanted = patches.apply(new TextJson(comment.text(), FileApi.ids(comment.files()), null), given);
        comments.edit(viewer, id, wanted.text(), FileApi.revision(given, wanted.files(), wanted.alternatives()));
        return get(viewer, id);
    }

    @Operation(
            operationId = "deleteComment",
            summary = "Take away one's own comment, or as an owner one in the community; for good")
    @DeleteMapping("/comments/{id}")
    @ResponseStatus(NO_CONTENT)
    void delete(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestBody(required = false) PostApi.@Nullable RemovalJson removal) {
        comments.delete(viewer, id, removal == null ? null : removal.reason());
    }
}
