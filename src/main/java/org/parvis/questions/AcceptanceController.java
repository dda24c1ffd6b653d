package org.parvis.questions;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Comment;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Saying which answer helped, and taking it back. */
@Controller
@RequestMapping("/comments/{id}/acceptance")
class AcceptanceController {

    private final Questions questions;
    private final Posts posts;
    private final Comments comments;
    private final AcceptedAnswers accepted;
    private final Messages messages;

    AcceptanceController(
            Questions questions, Posts posts, Comments comments, AcceptedAnswers accepted, Messages messages) {
        this.questions = questions;
        this.posts = posts;
        this.comments = comments;
        this.accepted = accepted;
        this.messages = messages;
    }

    @PutMapping
    ModelAndView accept(@SignedIn Viewer viewer, @PathVariable CommentId id, HttpServletResponse response) {
        questions.accept(viewer, id);
        return back(viewer, id, "questions.accepted", response);
    }

    @PutMapping(produces = Turbo.STREAM)
    ModelAndView acceptInPlace(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        var before = accepted.beside(viewer, id);
        questions.accept(viewer, id);
        return redrawn(viewer, id, before, "questions.accepted");
    }

    @DeleteMapping
    ModelAndView undo(@SignedIn Viewer viewer, @PathVariable CommentId id, HttpServletResponse response) {
        questions.unaccept(viewer, id);
        return back(viewer, id, "questions.unaccepted", response);
    }

    @DeleteMapping(produces = Turbo.STREAM)
    ModelAndView undoInPlace(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        questions.unaccept(viewer, id);
        return redrawn(viewer, id, comments.find(viewer, id), "questions.unaccepted");
    }

    private ModelAndView back(Viewer viewer, CommentId id, String said, HttpServletResponse response) {
        Flash.say(response, messages.text(viewer.locale(), said));
        return new ModelAndView("redirect:/posts/" + comments.find(viewer, id).post());
    }

    private ModelAndView redrawn(Viewer viewer, CommentId id, @Nullable Comment before, String said) {
        var comment = comments.find(viewer, id);
        return new ModelAndView("questions/decided.turbo")
                .addObject("viewer", viewer)
                .addObject("post", posts.show(viewer, comment.post()))
                .addObject("comment", comment)
                .addObject("before", before)
                .addObject("said", messages.text(viewer.locale(), said));
    }
}
