package org.parvis.notifications;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the links under mails lead. Looking changes nothing; mail programs post without looking (RFC 8058). */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribeController {

    private final StopLinks links;
    private final MailRefusals refusals;

    UnsubscribeController(StopLinks links, MailRefusals refusals) {
        this.links = links;
        this.refusals = refusals;
    }

    @GetMapping
    ModelAndView look(@PathVariable String token, HttpServletResponse response) {
        return page(token, find(token), false, response);
    }

    @PostMapping
    ModelAndView stop(@PathVariable String token, HttpServletResponse response) {
        var stop = find(token);
        refusals.refuse(stop.person(), stop.kind());
        return page(token, stop, true, response);
    }

    private StopLinks.Stop find(String token) {
        return links.read(token).orElseThrow(() -> new NotFound("unsubscribe"));
    }

    // The address of this page is the secret: neither a cache nor the next page hears of it.
    private static ModelAndView page(String token, StopLinks.Stop stop, boolean done, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView("notifications/unsubscribe")
                .addObject("action", "/unsubscribe/" + token)
                .addObject("kind", stop.kind())
                .addObject("done", done);
    }
}
