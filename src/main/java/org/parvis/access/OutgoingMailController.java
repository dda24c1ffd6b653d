package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.mail.OutgoingMail;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mail that nobody delivers, so that a trial works without a server; once one is set, there is no such page. */
@Controller
class OutgoingMailController {

    private final OutgoingMail mails;
    private final MailReading reading;

    OutgoingMailController(OutgoingMail mails, MailReading reading) {
        this.mails = mails;
        this.reading = reading;
    }

    @GetMapping("/administration/mail")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String cursor) {
        if (mails.leaves()) {
            throw new NotFound("mail");
        }
        return new ModelAndView("access/mails")
                .addObject("q", q)
                .addObject("mails", mails.newest(q, Cursor.of(cursor), Slice.PAGE));
    }

    @GetMapping("/administration/mail/{id}")
    ModelAndView read(@SignedIn Viewer viewer, @PathVariable long id) {
        return new ModelAndView("access/mail", "mail", reading.read(Agent.onPage(viewer.id()), id));
    }
}
