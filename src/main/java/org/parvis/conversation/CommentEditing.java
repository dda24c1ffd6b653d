package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/** Rewording a comment, reading how it read before, taking it away. */
@Controller
@RequestMapping("/comments/{id}")
class CommentEditing {

    private final Posts posts;
    private final Comments comments;
    private final Attachments attachments;
    private final MentionedCommunities mentioned;

    CommentEditing(Posts posts, Comments comments, Attachments attachments, MentionedCommunities mentioned) {
        this.posts = posts;
        this.comments = comments;
        this.attachments = attachments;
        this.mentioned = mentioned;
    }

    @GetMapping("/edit")
    ModelAndView edit(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        var comment = mine(viewer, id);
        return form(viewer, comment, mentioned.written(viewer, comment.text()), FileForm.EMPTY, null);
    }

    @PatchMapping
    ModelAndView reword(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String text,
            FileForm files) {
        return reword(viewer, id, text, files, new ModelAndView("redirect:/comments/" + id));
    }

    /** The form once more, without a file that was taken out of it; where a script runs, none is asked for. */
    @PatchMapping(params = "without")
    ModelAndView without(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String text,
            FileForm files) {
        return form(viewer, mine(viewer, id), text, files, null);
    }

    @PatchMapping(produces = Turbo.STREAM)
    ModelAndView rewordInPlace(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String text,
            FileForm files) {
        return reword(viewer, id, text, files, new ModelAndView("conversation/recomposed.turbo"));
    }

    private ModelAndView reword(Viewer viewer, CommentId id, @Nullable String text, FileForm files, ModelAndView done) {
        try {
            files.check();
            comments.edit(viewer, id, text, files.revision());
            return done.addObject("viewer", viewer).addObject("comment", comments.find(viewer, id));
        } catch (Invalid invalid) {
            var again = form(viewer, mine(viewer, id), text, files, invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private Comment mine(Viewer viewer, CommentId id) {
        var comment = comments.find(viewer, id);
        if (!comment.mayEdit(viewer)) {
            throw new Forbidden("only its author rewords a comment");
        }
        return comment;
    }

    @GetMapping("/history")
    ModelAndView history(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String after) {
        var comment = comments.find(viewer, id);
        var versions = comments.history(viewer, id, Cursor.of(after), Slice.PAGE);
        return new ModelAndView(
                "conversation/history", Map.of("history", History.of(comment, versions), "viewer", viewer));
    }

    @GetMapping("/delete")
    ModelAndView ask(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        var comment = comments.find(viewer, id);
        if (!comment.mayDelete(viewer)) {
            throw new Forbidden("only its author or an owner takes a comment away");
        }
        return new ModelAndView(
                "conversation/removal", Map.of("viewer", viewer, "removal", Removal.of(viewer, comment)));
    }

    @DeleteMapping
    ModelAndView remove(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String reason) {
        var comment = comments.find(viewer, id);
        return Removal.of(viewer, comment).confirmed(reason, () -> {
            comments.delete(viewer, id, reason);
            return new ModelAndView("redirect:/posts/" + comment.post() + "#comments");
        });
    }

    @DeleteMapping(produces = Turbo.STREAM)
    ModelAndView removeInPlace(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String reason) {
        var comment = comments.find(viewer, id);
        return Removal.of(viewer, comment).confirmed(reason, () -> {
            comments.delete(viewer, id, reason);
            return new ModelAndView("conversation/uncommented.turbo")
                    .addObject("viewer", viewer)
                    .addObject("comment", comment)
                    .addObject("post", posts.show(viewer, comment.post()));
        });
    }

    private ModelAndView form(
            Viewer viewer, Comment comment, @Nullable String typed, FileForm files, @Nullable Invalid invalid) {
        var now = files.named()
                ? attachments.among(
                        viewer.id().value(),
                        files.enclosed(),
                        Comments.KIND,
                        comment.id().value())
                : comment.files();
        return new ModelAndView("conversation/recomment")
                .addObject("viewer", viewer)
                .addObject("comment", comment)
                .addObject("typed", typed == null ? "" : typed)
                .addObject("files", now)
                .addObject("invalid", invalid);
    }
}
