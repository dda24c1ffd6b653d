package org.parvis.links;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parvis.conversation.PostId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Previews for programs. */
@RestController
@RequestMapping("/api/v1/posts/{id}/preview")
@Tag(name = "Posts")
class PreviewApi {

    private final Links links;

    PreviewApi(Links links) {
        this.links = links;
    }

    @Operation(operationId = "showPreview", summary = "Show the preview of one's own post's link again")
    @PutMapping
    @ResponseStatus(NO_CONTENT)
    void restore(@SignedIn Viewer viewer, @PathVariable PostId id) {
        links.restore(viewer, id);
    }

    @Operation(operationId = "hidePreview", summary = "Show no preview under one's own post, whatever it links to")
    @DeleteMapping
    @ResponseStatus(NO_CONTENT)
    void remove(@SignedIn Viewer viewer, @PathVariable PostId id) {
        links.remove(viewer, id);
    }
}
