package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Busy;
import org.parvis.platform.web.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a link of an invitation or a reset leads: to choosing a password. Looking at it does not use it up. */
@Controller
class LinkController {

    private final SingleUseLinks links;
    private final Passwords passwords;
    private final Recovery recovery;
    private final Door door;

    LinkController(SingleUseLinks links, Passwords passwords, Recovery recovery, Door door) {
        this.links = links;
        this.passwords = passwords;
        this.recovery = recovery;
        this.door = door;
    }

    @GetMapping("/links/{token}")
    ModelAndView look(@PathVariable String token, HttpServletResponse response) {
        keepSecret(response);
        return links.find(new OpaqueToken(token))
                .map(link -> form(token, link, null))
                .orElseGet(LinkController::over);
    }

    @PostMapping("/links/{token}")
    ModelAndView use(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        keepSecret(response);
        var secret = new OpaqueToken(token);
        var link = links.find(secret);
        if (link.isEmpty()) {
            return over();
        }
        try {
            var hash = passwords.accepted("password", password, link.get().own());
            var person = recovery.accept(secret, hash);
            person.ifPresent(known -> door.open(known, request, response));
            return person.isPresent() ? new ModelAndView("redirect:/") : over();
        } catch (Invalid invalid) {
            return form(token, link.get(), invalid);
        } catch (Busy busy) {
            return Later.say(busy, "password", response, invalid -> form(token, link.get(), invalid));
        }
    }

    private static ModelAndView form(String token, SingleUseLinks.Usable link, @Nullable Invalid invalid) {
        var form = new ModelAndView("access/link", invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        form.addObject("action", "/links/" + token);
        form.addObject("link", link);
        form.addObject("invalid", invalid);
        return form;
    }

    private static ModelAndView over() {
        return new ModelAndView("access/link-over", HttpStatus.NOT_FOUND);
    }

    // The address of this page is the secret: neither a cache nor the next page hears of it.
    private static void keepSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }
}
