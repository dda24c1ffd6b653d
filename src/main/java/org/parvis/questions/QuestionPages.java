package org.parvis.questions;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists of questions, and what one does with one of them. */
@Controller
class QuestionPages {

    private final Questions questions;
    private final SimilarQuestions similar;
    private final PromiseView promises;
    private final Figures figures;
    private final AcceptedAnswers accepted;
    private final Calls calls;
    private final Communities communities;
    private final Posts posts;
    private final Comments comments;

    QuestionPages(
            Questions questions,
            SimilarQuestions similar,
            PromiseView promises,
            Figures figures,
            AcceptedAnswers accepted,
            Calls calls,
            Communities communities,
            Posts posts,
            Comments comments) {
        this.questions = questions;
        this.similar = similar;
        this.promises = promises;
        this.figures = figures;
        this.accepted = accepted;
        this.calls = calls;
        this.communities = communities;
        this.posts = posts;
        this.comments = comments;
    }

    @GetMapping("/questions")
    ModelAndView index(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "for-me") String view,
            @RequestParam(required = false) @Nullable String cursor) {
        var queue = Queue.of(view);
        return new ModelAndView("questions/index")
                .addObject("viewer", viewer)
                .addObject("queue", queue)
                .addObject("posts", questions.list(viewer, queue, null, Cursor.parse(cursor), Slice.PAGE));
    }

    @GetMapping("/communities/{id}/questions")
    ModelAndView inCommunity(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String cursor) {
        var queue = Queue.of(view);
        var community = communities.read(viewer, id);
        return new ModelAndView("questions/community")
                .addObject("viewer", viewer)
                .addObject("community", community)
                .addObject("queue", queue)
                .addObject("figures", figures.of(viewer, id))
                .addObject("posts", questions.list(viewer, queue, id, Cursor.parse(cursor), Slice.PAGE));
    }

    /** What was answered before, for a title that is being typed. */
    @GetMapping("/questions/similar")
    ModelAndView similar(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String title) {
        return new ModelAndView("questions/similar").addObject("similar", similar.to(viewer, title));
    }

    /** By when an answer would be due there. */
    @GetMapping("/questions/promise")
    ModelAndView promise(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String within) {
        var place = community.isEmpty()
                ? null
                : communities.read(viewer, CommunityId.of(community)).id();
        Content choice = promises.choice(page, viewer, place, within, null);
        return new ModelAndView("questions/due").addObject("choice", choice);
    }

    /** A question in its place on an open page; the comment that was its accepted answer there loses its mark. */
    @GetMapping(path = "/posts/{id}/question", produces = Turbo.STREAM)
    ModelAndView redrawn(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "") String was) {
        var question = questions.find(viewer, id);
        return new ModelAndView("questions/redrawn.turbo")
                .addObject("viewer", viewer)
                .addObject("post", posts.show(viewer, id))
                .addObject("before", was.isEmpty() ? null : comments.find(viewer, CommentId.of(was)))
                .addObject("accepted", accepted.to(viewer, question.id()));
    }

    @PutMapping("/posts/{id}/question/follow")
    String follow(@SignedIn Viewer viewer, @PathVariable PostId id) {
        questions.follow(viewer, id);
        return "redirect:/posts/" + id;
    }

    @PutMapping(path = "/posts/{id}/question/follow", produces = Turbo.STREAM)
    ModelAndView followInPlace(@SignedIn Viewer viewer, @PathVariable PostId id) {
        questions.follow(viewer, id);
        return bar(viewer, id);
    }

    @DeleteMapping("/posts/{id}/question/follow")
    String unfollow(@SignedIn Viewer viewer, @PathVariable PostId id) {
        questions.unfollow(viewer, id);
        return "redirect:/posts/" + id;
    }

    @DeleteMapping(path = "/posts/{id}/question/follow", produces = Turbo.STREAM)
    ModelAndView unfollowInPlace(@SignedIn Viewer viewer, @PathVariable PostId id) {
        questions.unfollow(viewer, id);
        return bar(viewer, id);
    }

    private ModelAndView bar(Viewer viewer, PostId id) {
        return new ModelAndView("conversation/bar.turbo").addObject("post", posts.show(viewer, id));
    }

    /** The viewer does not answer it, or nothing of its kind. */
    @PostMapping("/posts/{id}/question/refusal")
    String decline(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean topic,
            HttpServletResponse response) {
        calls.decline(viewer, id, topic);
        Flash.say(response, page.text(topic ? "questions.declined-topic" : "questions.declined"));
        return "redirect:/questions";
    }
}
