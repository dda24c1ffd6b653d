package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** Bookmarks for programs. */
@RestController
@RequestMapping("/api/v1/bookmarks")
@Tag(name = "Bookmarks")
class BookmarkApi {

    @Schema(name = "Bookmark")
    record BookmarkJson(
            PostJson post,
            Instant since,

            @Schema(description = "When the caller is to be reminded; null again once they were") @Nullable
            Instant remindAt) {

        static BookmarkJson of(Bookmark bookmark) {
            return new BookmarkJson(
                    PostJson.of(bookmark.post()),
                    bookmark.since(),
                    bookmark.post().attention().remindAt());
        }
    }

    @Schema(name = "Reminder")
    record ReminderJson(
            @Schema(description = "Still to come, three years away at most; no reminder where not said") @Nullable
            Instant remindAt) {}

    private final Bookmarks bookmarks;

    BookmarkApi(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
    }

    @Operation(
            operationId = "listBookmarks",
            summary = "What the caller bookmarked and may still read, the latest first")
    @GetMapping
    JsonList<BookmarkJson> list(@SignedIn Viewer viewer, Paging paging) {
        return JsonList.of(bookmarks.list(viewer, paging.fromNewest(), paging.limit()), BookmarkJson::of);
    }

    @Operation(operationId = "bookmarkPost", summary = "Bookmark a post, perhaps with a reminder; twice is once")
    @PutMapping("/{post}")
    @ResponseStatus(NO_CONTENT)
    void put(
            @SignedIn Viewer viewer,
            @PathVariable PostId post,
            @RequestBody(required = false) @Nullable ReminderJson reminder) {
        bookmarks.put(viewer, post, reminder == null ? null : reminder.remindAt());
    }

    @Operation(operationId = "unbookmarkPost", summary = "Take a bookmark away")
    @DeleteMapping("/{post}")
    @ResponseStatus(NO_CONTENT)
    void delete(@SignedIn Viewer viewer, @PathVariable PostId post) {
        bookmarks.delete(viewer, post);
    }
}
