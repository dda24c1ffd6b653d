package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Threads that programs follow or mute for somebody. */
@RestController
@RequestMapping("/api/v1/posts/{id}")
@Tag(name = "Posts")
class WatchApi {

    private final WatchedThreads threads;

    WatchApi(WatchedThreads threads) {
        this.threads = threads;
    }

    @Operation(
            operationId = "followPost",
            summary = "Follow a thread: be told of every new comment",
            description = "Ends muting it.")
    @PutMapping("/follow")
    @ResponseStatus(NO_CONTENT)
    void follow(@SignedIn Viewer viewer, @PathVariable PostId id) {
        threads.choose(viewer, id, Watch.FOLLOWED);
    }

    @Operation(operationId = "unfollowPost", summary = "Follow a thread no longer")
    @DeleteMapping("/follow")
    @ResponseStatus(NO_CONTENT)
    void unfollow(@SignedIn Viewer viewer, @PathVariable PostId id) {
        threads.undo(viewer, id, Watch.FOLLOWED);
    }

    @Operation(
            operationId = "mutePost",
            summary = "Mute a thread: be told of nothing in it but mentions by name",
            description = "Ends following it.")
    @PutMapping("/mute")
    @ResponseStatus(NO_CONTENT)
    void mute(@SignedIn Viewer viewer, @PathVariable PostId id) {
        threads.choose(viewer, id, Watch.MUTED);
    }

    @Operation(operationId = "unmutePost", summary = "Mute a thread no longer")
    @DeleteMapping("/mute")
    @ResponseStatus(NO_CONTENT)
    void unmute(@SignedIn Viewer viewer, @PathVariable PostId id) {
        threads.undo(viewer, id, Watch.MUTED);
    }
}
