package org.parvis.questions;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The settings of whoever is asked. */
@Controller
@RequestMapping("/settings/answering")
public class AnsweringPages {

    private static final int NAME = 320;
    private static final int TERM = 120;

    /** What stands in the form. */
    public record Typed(boolean called, String awayUntil, String standIn) {}

    private final Answering answering;

    AnsweringPages(Answering answering) {
        this.answering = answering;
    }

    @GetMapping
    ModelAndView show(@SignedIn Viewer viewer) {
        var wishes = answering.of(viewer);
        var until = wishes.awayUntil();
        var name = wishes.standInName();
        var typed = new Typed(wishes.called(), until == null ? "" : until.toString(), name == null ? "" : name);
        return form(viewer, typed, null);
    }

    @PostMapping
    ModelAndView keep(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "false") boolean called,
            @RequestParam(defaultValue = "") String awayUntil,
            @RequestParam(defaultValue = "") String standIn,
            HttpServletResponse response) {
        try {
            var name = PlainText.sought(standIn, NAME);
            answering.keep(viewer, called, date(awayUntil), name.isEmpty() ? null : answering.named(viewer, name));
            Flash.say(response, page.text("questions.answering.saved"));
            return new ModelAndView("redirect:/settings/answering");
        } catch (Invalid invalid) {
            var again = form(viewer, new Typed(called, awayUntil, standIn), invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @DeleteMapping("/refusals")
    String allow(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String term) {
        answering.allow(viewer, PlainText.sought(term, TERM));
        return "redirect:/settings/answering";
    }

    private ModelAndView form(Viewer viewer, Typed typed, @Nullable Invalid invalid) {
        return new ModelAndView("questions/answering")
                .addObject("typed", typed)
                .addObject("refused", answering.of(viewer).refused())
                .addObject("invalid", invalid);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw new Invalid("awayUntil", "questions.answering.until.when");
        }
    }
}
