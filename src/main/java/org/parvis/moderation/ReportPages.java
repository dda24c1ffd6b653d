package org.parvis.moderation;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.access.Agent;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reports that wait for the viewer, those that were handled, and each by itself. */
@Controller
@RequestMapping("/reports")
class ReportPages {

    private final Reports reports;
    private final Communities communities;

    ReportPages(Reports reports, Communities communities) {
        this.reports = reports;
        this.communities = communities;
    }

    @GetMapping
    ModelAndView list(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable String cursor) {
        var handled = "handled".equals(state);
        var place =
                community == null || community.isEmpty() ? null : communities.find(viewer, CommunityId.of(community));
        return new ModelAndView("moderation/index")
                .addObject("handled", handled)
                .addObject("community", place)
                .addObject(
                        "reports",
                        reports.list(
                                viewer, handled, place == null ? null : place.id(), Cursor.of(cursor), Slice.PAGE));
    }

    @GetMapping("/{id}")
    ModelAndView show(@SignedIn Viewer viewer, @PathVariable ReportId id) {
        return view(reports.find(viewer, id), null, null, null);
    }

    @PostMapping("/{id}/handling")
    ModelAndView handle(
            @SignedIn Viewer viewer,
            @PathVariable ReportId id,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String reason,
            Page page,
            HttpServletResponse response) {
        try {
            reports.handle(viewer, id, action, reason, Agent.Origin.PAGE);
            Flash.say(response, page.text("moderation.handled"));
            return new ModelAndView("redirect:/reports/" + id);
        } catch (Invalid problem) {
            var again = view(reports.find(viewer, id), action, reason, problem);
            again.setStatus(UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private static ModelAndView view(
            Report report, @Nullable String action, @Nullable String reason, @Nullable Invalid problem) {
        return new ModelAndView("moderation/show")
                .addObject("report", report)
                .addObject("action", action == null ? "" : action)
                .addObject("reason", reason == null ? "" : reason)
                .addObject("problem", problem);
    }
}
