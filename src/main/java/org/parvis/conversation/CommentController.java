package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answering a post or a comment. */
@Controller
class CommentController {

    private final Posts posts;
    private final Comments comments;
    private final Neighbourhood neighbourhood;
    private final Attachments attachments;

    CommentController(Posts posts, Comments comments, Neighbourhood neighbourhood, Attachments attachments) {
        this.posts = posts;
        this.comments = comments;
        this.neighbourhood = neighbourhood;
        this.attachments = attachments;
    }

    @GetMapping("/comments/{id}/reply")
    ModelAndView reply(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        var answered = comments.find(viewer, id);
        if (!answered.mayReply(viewer)) {
            throw new Forbidden("only members comment");
        }
        return form(viewer, answered.post(), answered, "", FileForm.EMPTY, null);
    }

    @PostMapping("/posts/{post}/comments")
    ModelAndView add(
            @SignedIn Viewer viewer,
            @PathVariable PostId post,
            @RequestParam(required = false) @Nullable String replyTo,
            @RequestParam(required = false) @Nullable String text,
            FileForm files) {
        try {
            var id = write(viewer, post, replyTo, text, files);
            return new ModelAndView("redirect:/comments/" + id);
        } catch (Invalid invalid) {
            return again(form(viewer, post, answered(viewer, replyTo), text, files, invalid));
        }
    }

    /** The form once more, without a file that was taken out of it; where a script runs, none is asked for. */
    @PostMapping(path = "/posts/{post}/comments", params = "without")
    ModelAndView without(
            @SignedIn Viewer viewer,
            @PathVariable PostId post,
            @RequestParam(required = false) @Nullable String replyTo,
            @RequestParam(required = false) @Nullable String text,
            FileForm files) {
        return form(viewer, post, answered(viewer, replyTo), text, files, null);
    }

    @PostMapping(path = "/posts/{post}/comments", produces = Turbo.STREAM)
    ModelAndView addInPlace(
            @SignedIn Viewer viewer,
            @PathVariable PostId post,
            @RequestParam(required = false) @Nullable String replyTo,
            @RequestParam(required = false) @Nullable String text,
            FileForm files,
            @RequestParam(defaultValue = "false") boolean inPlace) {
        if (!inPlace) {
            return add(viewer, post, replyTo, text, files);
        }
        try {
            var id = write(viewer, post, replyTo, text, files);
            var comment = comments.find(viewer, id);
            var answered = posts.show(viewer, post);
            return new ModelAndView("conversation/commented.turbo")
                    .addObject("viewer", viewer)
                    .addObject("post", answered)
                    .addObject("comment", comment)
                    .addObject("around", neighbourhood.of(answered));
        } catch (Invalid invalid) {
            var again = again(form(viewer, post, answered(viewer, replyTo), text, files, invalid));
            again.setViewName("conversation/recomment.turbo");
            return again;
        }
    }

    // A thread may be closed while somebody writes: their words stay before them.
    private CommentId write(
            Viewer viewer, PostId post, @Nullable String replyTo, @Nullable String text, FileForm files) {
        files.check();
        try {
            return comments.add(viewer, post, idOf(replyTo), text, files.enclosed());
        } catch (Forbidden refused) {
            if (!posts.find(viewer, post).closed()) throw refused;
            throw new Invalid("text", "conversation.closed-meanwhile");
        }
    }

    private @Nullable Comment answered(Viewer viewer, @Nullable String replyTo) {
        var id = idOf(replyTo);
        return id == null ? null : comments.find(viewer, id);
    }

    private ModelAndView form(
            Viewer viewer,
            PostId post,
            @Nullable Comment answered,
            @Nullable String typed,
            FileForm files,
            @Nullable Invalid invalid) {
        var about = posts.show(viewer, post);
        return new ModelAndView("conversation/answer")
                .addObject("viewer", viewer)
                .addObject("post", about)
                .addObject("answered", answered)
                .addObject("around", neighbourhood.of(about))
                .addObject("typed", typed == null ? "" : typed)
                .addObject("files", attachments.waiting(viewer.id().value(), files.enclosed()))
                .addObject("invalid", invalid);
    }

    private static @Nullable CommentId idOf(@Nullable String replyTo) {
        return replyTo == null || replyTo.isEmpty() ? null : CommentId.of(replyTo);
    }

    private static ModelAndView again(ModelAndView form) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }
}
