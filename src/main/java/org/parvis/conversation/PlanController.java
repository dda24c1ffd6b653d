package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Publishing later: from the composer, and from the list of drafts. */
@Controller
class PlanController {

    private final Plans plans;
    private final Drafts drafts;
    private final Desk desk;
    private final PostKinds kinds;

    PlanController(Plans plans, Drafts drafts, Desk desk, PostKinds kinds) {
        this.plans = plans;
        this.drafts = drafts;
        this.desk = desk;
        this.kinds = kinds;
    }

    /** What stands in the composer is published then. */
    @PostMapping("/drafts/planned")
    ModelAndView plan(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files,
            HttpServletResponse response) {
        var typed = new Typed(form, files);
        try {
            files.check();
            var at = Plans.moment(viewer, typed.first("publishOn"), typed.first("publishTime"));
            plans.plan(viewer, typed, at);
            return planned(page, at, response);
        } catch (Invalid invalid) {
            return composed(viewer, laid(viewer, typed, invalid), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (DraftChanged changed) {
            return composed(viewer, laid(viewer, typed, null).beside(changed.draft()), HttpStatus.CONFLICT);
        }
    }

    private Composing laid(Viewer viewer, Typed typed, @Nullable Invalid invalid) {
        return desk.lay(viewer, kinds.of(typed.first("kind")), typed.first("community"), Setting.PAGE)
                .with(typed, desk.files(viewer, typed), invalid);
    }

    private static ModelAndView composed(Viewer viewer, Composing composing, HttpStatus status) {
        var again = new ModelAndView("conversation/new", Map.of("viewer", viewer, "composing", composing));
        again.setStatus(status);
        return again;
    }

    @GetMapping("/drafts/{draft}/plan")
    ModelAndView ask(@SignedIn Viewer viewer, @PathVariable String draft) {
        var found = drafts.find(viewer, Drafts.key(draft));
        var at = found.publishAt();
        return form(found, at == null ? "" : day(viewer, at), at == null ? "" : time(viewer, at), null);
    }

    @PutMapping("/drafts/{draft}/plan")
    ModelAndView change(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable String draft,
            @RequestParam(required = false) @Nullable String publishOn,
            @RequestParam(required = false) @Nullable String publishTime,
            HttpServletResponse response) {
        var found = drafts.find(viewer, Drafts.key(draft));
        try {
            var at = Plans.moment(viewer, publishOn, publishTime);
            plans.plan(viewer, found.key(), at);
            return planned(page, at, response);
        } catch (Invalid invalid) {
            return again(form(found, publishOn, publishTime, invalid));
        }
    }

    @DeleteMapping("/drafts/{draft}/plan")
    String cancel(@SignedIn Viewer viewer, Page page, @PathVariable String draft, HttpServletResponse response) {
        plans.cancel(viewer, Drafts.key(draft));
        Flash.say(response, page.text("conversation.plan.cancelled"));
        return "redirect:/drafts";
    }

    /** At once, as it stands. */
    @PostMapping("/drafts/{draft}/publication")
    ModelAndView publish(@SignedIn Viewer viewer, Page page, @PathVariable String draft, HttpServletResponse response) {
        var found = drafts.find(viewer, Drafts.key(draft));
        try {
            var post = plans.publish(viewer, found.key());
            Flash.say(response, page.text("conversation.published"));
            return new ModelAndView("redirect:/posts/" + post);
        } catch (Invalid invalid) {
            return again(form(found, "", "", invalid));
        }
    }

    private static ModelAndView planned(Page page, Instant at, HttpServletResponse response) {
        Flash.say(response, page.text("conversation.plan.done", page.date(at)));
        return new ModelAndView("redirect:/drafts");
    }

    private static ModelAndView form(
            Draft draft, @Nullable String day, @Nullable String time, @Nullable Invalid invalid) {
        return new ModelAndView("conversation/plan")
                .addObject("draft", draft)
                .addObject("day", day == null ? "" : day)
                .addObject("time", time == null ? "" : time)
                .addObject("invalid", invalid);
    }

    private static ModelAndView again(ModelAndView form) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }

    private static String day(Viewer viewer, Instant at) {
        return at.atZone(viewer.zone()).toLocalDate().toString();
    }

    private static String time(Viewer viewer, Instant at) {
        return at.atZone(viewer.zone())
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
