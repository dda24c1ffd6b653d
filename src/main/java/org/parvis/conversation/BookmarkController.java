package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Keeping posts to find them again. */
@Controller
class BookmarkController {

    private final Bookmarks bookmarks;
    private final Posts posts;
    private final PostMarks marks;

    BookmarkController(Bookmarks bookmarks, Posts posts, PostMarks marks) {
        this.bookmarks = bookmarks;
        this.posts = posts;
        this.marks = marks;
    }

    @GetMapping("/bookmarks")
    ModelAndView index(@SignedIn Viewer viewer, @RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView("conversation/bookmarks")
                .addObject("viewer", viewer)
                .addObject("bookmarks", bookmarks.list(viewer, Cursor.of(cursor), Slice.PAGE));
    }

    /** The day on which one wants to be reminded. */
    @GetMapping("/posts/{id}/bookmark")
    ModelAndView ask(@SignedIn Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        var remindAt = post.attention().remindAt();
        var day = remindAt == null
                ? ""
                : LocalDate.ofInstant(remindAt, viewer.zone()).toString();
        return form(post, day, null);
    }

    @PutMapping("/posts/{id}/bookmark")
    ModelAndView put(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        bookmarks.put(viewer, id);
        return marks.back(page, id, "conversation.bookmark.kept", response);
    }

    @PutMapping(path = "/posts/{id}/bookmark", produces = Turbo.STREAM)
    ModelAndView putInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        bookmarks.put(viewer, id);
        return marks.inPlace(viewer, page, id, full, "conversation.bookmark.kept");
    }

    /** With a reminder on that day; with none when no day is named. */
    @PutMapping(path = "/posts/{id}/bookmark", params = "remindOn")
    ModelAndView remind(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam String remindOn,
            HttpServletResponse response) {
        var post = posts.find(viewer, id);
        try {
            bookmarks.put(viewer, id, remindOn.isBlank() ? null : bookmarks.morning(viewer, day(remindOn)));
            Flash.say(response, page.text("conversation.bookmark.kept"));
            return new ModelAndView("redirect:/bookmarks");
        } catch (Invalid invalid) {
            var again = form(post, remindOn, invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw new Invalid("remindAt", "conversation.bookmark.day");
        }
    }

    private static ModelAndView form(Post post, String day, @Nullable Invalid invalid) {
        return new ModelAndView("conversation/bookmark")
                .addObject("post", post)
                .addObject("day", day)
                .addObject("invalid", invalid);
    }

    @DeleteMapping("/posts/{id}/bookmark")
    ModelAndView delete(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        bookmarks.delete(viewer, id);
        return marks.back(page, id, "conversation.bookmark.gone", response);
    }

    @DeleteMapping(path = "/posts/{id}/bookmark", produces = Turbo.STREAM)
    ModelAndView deleteInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        bookmarks.delete(viewer, id);
        return marks.inPlace(viewer, page, id, full, "conversation.bookmark.gone");
    }
}
