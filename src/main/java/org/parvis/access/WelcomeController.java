package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.web.Invalid;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Comparator;
import java.util.List;

/** First steps, and the charter, which has to be accepted before anything else is open. */
@Controller
public class WelcomeController {

    /** A step as the page shows it. */
    public record Step(String key, String href, boolean done) {}

    private final Charter charter;
    private final ObjectProvider<FirstStep> steps;
    private final AccountRows accounts;

    WelcomeController(Charter charter, ObjectProvider<FirstStep> steps, AccountRows accounts) {
        this.charter = charter;
        this.steps = steps;
        this.accounts = accounts;
    }

    @GetMapping("/welcome")
    ModelAndView show(@SignedIn Viewer viewer, @RequestParam(required = false) @Nullable String next) {
        return page(viewer, next, null);
    }

    @PostMapping("/welcome")
    ModelAndView accept(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(required = false) @Nullable String next) {
        if (!accepted) {
            return page(viewer, next, new Invalid("accepted", "access.charter.unaccepted"));
        }
        charter.accept(viewer, version);
        return new ModelAndView("redirect:" + onwards(viewer, ReturnPath.of(next)));
    }

    // Whoever has steps to take takes them now, unless a page of their own waits for them.
    private String onwards(Viewer viewer, String next) {
        return next.equals("/") && steps(viewer).stream().anyMatch(step -> !step.done()) ? "/welcome" : next;
    }

    private ModelAndView page(Viewer viewer, @Nullable String next, @Nullable Invalid invalid) {
        var text = charter.in(viewer.locale());
        var page =
                new ModelAndView("access/welcome", invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("name", accounts.givenName(viewer));
        page.addObject("steps", steps(viewer));
        page.addObject("charter", text);
        page.addObject("html", Markdown.html(text.markdown(), Mentions.none()));
        page.addObject(
                "accepted",
                charter.acceptance(viewer.id())
                        .filter(Charter.Acceptance::valid)
                        .map(Charter.Acceptance::at)
                        .orElse(null));
        page.addObject("next", ReturnPath.of(next));
        page.addObject("invalid", invalid);
        return page;
    }

    private List<Step> steps(Viewer viewer) {
        return steps.stream()
                .filter(step -> step.concerns(viewer))
                .sorted(Comparator.comparingInt(FirstStep::order))
                .map(step -> new Step(step.key(), step.href(viewer), step.done(viewer)))
                .toList();
    }
}
