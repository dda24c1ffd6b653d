package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** Asking for a link: because the password is lost, or because there was none yet. */
@Controller
class LinkRequestController {

    private static final int LONGEST = 320;

    private final LinkRequests requests;
    private final ClientAddress addresses;

    LinkRequestController(LinkRequests requests, ClientAddress addresses) {
        this.requests = requests;
        this.addresses = addresses;
    }

    @GetMapping("/forgotten")
    ModelAndView forgotten() {
        return form(false, "", null);
    }

    @GetMapping("/no-password-yet")
    ModelAndView noneYet() {
        return form(true, "", null);
    }

    // Two addresses in one request are none: a list would be a way to have a link copied to somebody else.
    @PostMapping({"/forgotten", "/no-password-yet"})
    ModelAndView ask(@RequestParam(name = "email", defaultValue = "") List<String> emails, HttpServletRequest request) {
        var first = request.getRequestURI().equals("/no-password-yet");
        var email = emails.size() == 1 ? emails.getFirst().strip() : "";
        if (request.getParameterValues("email") == null
                || request.getParameterValues("email").length != 1
                || email.length() > LONGEST
                || !email.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+")) {
            return form(first, email, new Invalid("email", "access.link.address"));
        }
        requests.ask(email, addresses.range(request));
        return new ModelAndView("access/link-sent");
    }

    private static ModelAndView form(boolean first, String email, @Nullable Invalid invalid) {
        var form = new ModelAndView(
                "access/link-request", invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        form.addObject("first", first);
        form.addObject("email", email);
        form.addObject("invalid", invalid);
        return form;
    }
}
