package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cookies;
import org.parvis.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Duration;
import java.util.Locale;

/** The language of whoever is not signed in. */
@Controller
class LanguageController {

    @PostMapping("/language")
    String choose(
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        var known = Messages.supported(Locale.forLanguageTag(language)).getLanguage();
        Cookies.write(request, response, Pages.LANGUAGE_COOKIE, known, Duration.ofDays(365));
        return "redirect:" + ReturnPath.back(from);
    }
}
