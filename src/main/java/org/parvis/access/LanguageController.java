package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Pages;
import org.parvis.platform.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Duration;
import java.util.Locale;

/** The language of whoever is not signed in. */
@Controller
class LanguageController {

    private final PublicAddress address;

    LanguageController(PublicAddress address) {
        this.address = address;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable String from,
            HttpServletResponse response) {
        var known = Messages.supported(Locale.forLanguageTag(language)).getLanguage();
        var cookie = ResponseCookie.from(Pages.LANGUAGE_COOKIE, known)
                .path("/")
                .httpOnly(true)
                .secure(address.secure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + ReturnPath.back(from);
    }
}
