package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asking for a link: because the password is lost, or because there was none yet. */
@Controller
class LinkRequestController {

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
    ModelAndView ask(HttpServletRequest request, HttpServletResponse response) {
        var first = request.getRequestURI().equals("/no-password-yet");
        var typed = request.getParameterValues("email");
        var email = typed != null && typed.length == 1 ? typed[0].strip() : "";
        try {
            MailAddress.check("email", email);
            requests.ask(email, addresses.range(request));
            return new ModelAndView("access/link-sent");
        } catch (Invalid invalid) {
            return form(first, email, invalid);
        } catch (TooMany tooMany) {
            return Later.say(tooMany, "email", response, invalid -> form(first, email, invalid));
        }
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
