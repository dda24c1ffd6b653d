package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form by which an administrator adds one person. */
@Controller
class EnrolmentController {

    private final Enrolment enrolment;
    private final Roster roster;

    EnrolmentController(Enrolment enrolment, Roster roster) {
        this.enrolment = enrolment;
        this.roster = roster;
    }

    @GetMapping("/administration/people/new")
    ModelAndView ask() {
        return page(EnrolmentForm.EMPTY, null);
    }

    @PostMapping("/administration/people/new")
    ModelAndView add(
            @SignedIn Viewer viewer, Page page, @ModelAttribute EnrolmentForm form, HttpServletResponse response) {
        try {
            var person = enrolment.add(Agent.onPage(viewer.id()), form);
            Flash.say(response, page.text(form.invites() ? "access.enrolment.invited" : "access.enrolment.added"));
            return new ModelAndView("redirect:/administration/people/" + person);
        } catch (Invalid invalid) {
            return page(form, invalid);
        }
    }

    private ModelAndView page(EnrolmentForm form, @Nullable Invalid invalid) {
        var status = invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("access/enrolment", status)
                .addObject("form", form)
                .addObject("sites", roster.sites())
                .addObject("invalid", invalid);
    }
}
