package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Following a thread, or hearing no more of it. */
@Controller
@RequestMapping("/posts/{id}")
class WatchController {

    private final WatchedThreads threads;
    private final PostMarks marks;

    WatchController(WatchedThreads threads, PostMarks marks) {
        this.threads = threads;
        this.marks = marks;
    }

    @PutMapping("/follow")
    ModelAndView follow(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        threads.choose(viewer, id, Watch.FOLLOWED);
        return marks.back(page, id, "conversation.thread.followed", response);
    }

    @PutMapping(path = "/follow", produces = Turbo.STREAM)
    ModelAndView followInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        threads.choose(viewer, id, Watch.FOLLOWED);
        return marks.inPlace(viewer, page, id, full, "conversation.thread.followed");
    }

    @DeleteMapping("/follow")
    ModelAndView unfollow(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        threads.undo(viewer, id, Watch.FOLLOWED);
        return marks.back(page, id, "conversation.thread.unfollowed", response);
    }

    @DeleteMapping(path = "/follow", produces = Turbo.STREAM)
    ModelAndView unfollowInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        threads.undo(viewer, id, Watch.FOLLOWED);
        return marks.inPlace(viewer, page, id, full, "conversation.thread.unfollowed");
    }

    @PutMapping("/mute")
    ModelAndView mute(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        threads.choose(viewer, id, Watch.MUTED);
        return marks.back(page, id, "conversation.thread.muted", response);
    }

    @PutMapping(path = "/mute", produces = Turbo.STREAM)
    ModelAndView muteInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        threads.choose(viewer, id, Watch.MUTED);
        return marks.inPlace(viewer, page, id, full, "conversation.thread.muted");
    }

    @DeleteMapping("/mute")
    ModelAndView unmute(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        threads.undo(viewer, id, Watch.MUTED);
        return marks.back(page, id, "conversation.thread.unmuted", response);
    }

    @DeleteMapping(path = "/mute", produces = Turbo.STREAM)
    ModelAndView unmuteInPlace(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean full) {
        threads.undo(viewer, id, Watch.MUTED);
        return marks.inPlace(viewer, page, id, full, "conversation.thread.unmuted");
    }
}
