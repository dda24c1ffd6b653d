package org.parvis.moderation;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Reporting a post, a comment, a person or a community that one reads. */
@Controller
class ReportForms {

    /** What was typed. */
    record Typed(@Nullable String reason, @Nullable String text) {}

    private final Reports reports;
    private final Subjects subjects;
    private final Routing routing;

    ReportForms(Reports reports, Subjects subjects, Routing routing) {
        this.reports = reports;
        this.subjects = subjects;
        this.routing = routing;
    }

    @GetMapping("/posts/{id}/report")
    ModelAndView aboutPost(@SignedIn Viewer viewer, @PathVariable PostId id) {
        return form(subjects.post(viewer, id), null, null, null);
    }

    @PostMapping("/posts/{id}/report")
    ModelAndView post(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @ModelAttribute Typed typed,
            Page page,
            HttpServletResponse response) {
        return report(viewer, subjects.post(viewer, id), typed, page, response);
    }

    @GetMapping("/comments/{id}/report")
    ModelAndView aboutComment(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        return form(subjects.comment(viewer, id), null, null, null);
    }

    @PostMapping("/comments/{id}/report")
    ModelAndView comment(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @ModelAttribute Typed typed,
            Page page,
            HttpServletResponse response) {
        return report(viewer, subjects.comment(viewer, id), typed, page, response);
    }

    @GetMapping("/people/{id}/report")
    ModelAndView aboutPerson(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        return form(subjects.person(viewer, id), null, null, null);
    }

    @PostMapping("/people/{id}/report")
    ModelAndView person(
            @SignedIn Viewer viewer,
            @PathVariable PersonId id,
            @ModelAttribute Typed typed,
            Page page,
            HttpServletResponse response) {
        return report(viewer, subjects.person(viewer, id), typed, page, response);
    }

    @GetMapping("/communities/{id}/report")
    ModelAndView aboutCommunity(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        return form(subjects.community(viewer, id), null, null, null);
    }

    @PostMapping("/communities/{id}/report")
    ModelAndView community(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @ModelAttribute Typed typed,
            Page page,
            HttpServletResponse response) {
        return report(viewer, subjects.community(viewer, id), typed, page, response);
    }

    private ModelAndView report(Viewer viewer, Subject subject, Typed typed, Page page, HttpServletResponse response) {
        try {
            var id = reports.report(viewer, subject, typed.reason(), typed.text());
            Flash.say(response, page.text("moderation.thanks"));
            return new ModelAndView("redirect:/reports/" + id);
        } catch (Invalid problem) {
            var again = form(subject, typed.reason(), typed.text(), problem);
            again.setStatus(UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private ModelAndView form(
            Subject subject, @Nullable String reason, @Nullable String text, @Nullable Invalid problem) {
        return new ModelAndView("moderation/form")
                .addObject("subject", subject)
                .addObject("toOwners", routing.toOwners(subject))
                .addObject("reason", reason == null ? "" : reason)
                .addObject("text", text == null ? "" : text)
                .addObject("problem", problem);
    }
}
