package org.parvis.conversation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts that programs pin, and threads that they close. */
@RestController
@RequestMapping("/api/v1/posts/{id}")
@Tag(name = "Posts")
class PinApi {

    @Schema(name = "Closing")
    record ClosingJson(
            @Schema(
                    description = "Shown to whoever reads the thread",
                    requiredMode = REQUIRED,
                    minLength = 1,
                    maxLength = Closings.REASON)
            @Nullable
            String reason) {}

    private final Pins pins;
    private final Closings closings;
    private final Posts posts;

    PinApi(Pins pins, Closings closings, Posts posts) {
        this.pins = pins;
        this.closings = closings;
        this.posts = posts;
    }

    @Operation(
            operationId = "pinPost",
            summary = "Pin a post at the top of its community, as its owner",
            description = "422 when three are pinned there already.")
    @PutMapping("/pin")
    @ResponseStatus(NO_CONTENT)
    void pin(@SignedIn Viewer viewer, @PathVariable PostId id) {
        pins.pin(viewer, id);
    }

    @Operation(operationId = "unpinPost", summary = "Pin a post no longer, as an owner of its community")
    @DeleteMapping("/pin")
    @ResponseStatus(NO_CONTENT)
    void unpin(@SignedIn Viewer viewer, @PathVariable PostId id) {
        pins.unpin(viewer, id);
    }

    @Operation(
            operationId = "closePost",
            summary = "Close a thread to comments, as its author or an owner of its community")
    @PutMapping("/closing")
    PostJson close(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestBody ClosingJson closing) {
        closings.close(viewer, id, closing.reason());
        return PostJson.of(posts.show(viewer, id));
    }

    @Operation(operationId = "reopenPost", summary = "Open a thread to comments again")
    @DeleteMapping("/closing")
    @ResponseStatus(NO_CONTENT)
    void reopen(@SignedIn Viewer viewer, @PathVariable PostId id) {
        closings.reopen(viewer, id);
    }
}
