package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** A post with what is said about it. */
@Controller
class ThreadController {

    private final Posts posts;
    private final Comments comments;
    private final Neighbourhood neighbourhood;
    private final Permalinks permalinks;
    private final ReaderCounts readers;

    ThreadController(
            Posts posts, Comments comments, Neighbourhood neighbourhood, Permalinks permalinks, ReaderCounts readers) {
        this.posts = posts;
        this.comments = comments;
        this.neighbourhood = neighbourhood;
        this.permalinks = permalinks;
        this.readers = readers;
    }

    @GetMapping("/posts/{id}")
    ModelAndView thread(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable String before,
            @RequestHeader(name = "Sec-Purpose", required = false) @Nullable String purpose) {
        var post = posts.show(viewer, id);
        var stretch =
                new Stretch(post, Cursor.parse(before), comments.thread(viewer, id, Cursor.of(before), Slice.PAGE));
        if (purpose == null) readers.saw(viewer, post);
        return new ModelAndView("conversation/thread")
                .addObject("viewer", viewer)
                .addObject("stretch", stretch)
                .addObject("around", neighbourhood.of(post));
    }

    @GetMapping("/comments/{id}")
    ModelAndView place(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        return new ModelAndView("redirect:" + permalinks.of(viewer, id));
    }

    /** A comment that came meanwhile, for a thread that is open. */
    @GetMapping(path = "/comments/{id}", produces = Turbo.STREAM)
    ModelAndView arrived(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        var comment = comments.find(viewer, id);
        return new ModelAndView("conversation/arrived.turbo")
                .addObject("viewer", viewer)
                .addObject("comment", comment)
                .addObject("post", posts.show(viewer, comment.post()));
    }

    /** What came after the last comment of an open thread, as numbers to be fetched. */
    @GetMapping(path = "/posts/{id}/comments/since", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<String> since(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "0") long last) {
        return comments.since(viewer, id, last).stream()
                .map(CommentId::toString)
                .toList();
    }

    /** A post on an open page to which something has happened; {@code words} asks for its text, too. */
    @GetMapping(path = "/posts/{id}/changed", produces = Turbo.STREAM)
    ModelAndView changed(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean words,
            @RequestParam(defaultValue = "false") boolean full) {
        return new ModelAndView("conversation/changed.turbo")
                .addObject("viewer", viewer)
                .addObject("post", posts.show(viewer, id))
                .addObject("words", words)
                .addObject("full", full);
    }

    /** A comment on an open page to which something has happened. */
    @GetMapping(path = "/comments/{id}/changed", produces = Turbo.STREAM)
    ModelAndView changed(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        var comment = comments.place(viewer, id);
        return new ModelAndView("conversation/recommented.turbo")
                .addObject("viewer", viewer)
                .addObject("comment", comment)
                .addObject("post", posts.show(viewer, comment.post()));
    }

    @GetMapping("/comments/{id}/replies")
    ModelAndView replies(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String after) {
        var answered = comments.place(viewer, id);
        return new ModelAndView("conversation/replies")
                .addObject("viewer", viewer)
                .addObject("comment", answered)
                .addObject("post", posts.show(viewer, answered.post()))
                .addObject("after", Cursor.parse(after))
                .addObject("replies", comments.replies(viewer, id, Cursor.parse(after), Slice.PAGE));
    }
}
