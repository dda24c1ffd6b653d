package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Preferences;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Locale;

/** One's own settings: language and display. */
@Controller
class SettingsController {

    private final SettingsPage page;
    private final Preferences preferences;
    private final Messages messages;

    SettingsController(SettingsPage page, Preferences preferences, Messages messages) {
        this.page = page;
        this.preferences = preferences;
        this.messages = messages;
    }

    @GetMapping("/settings")
    ModelAndView show(@SignedIn Viewer viewer) {
        return page.show(viewer);
    }

    @PostMapping("/settings/display")
    ModelAndView display(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String timeZone,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "false") boolean live,
            HttpServletResponse response) {
        try {
            preferences.zone(viewer.id(), timeZone);
        } catch (Invalid invalid) {
            return page.mend(viewer, invalid);
        }
        preferences.language(viewer.id(), language);
        preferences.theme(viewer.id(), theme);
        preferences.live(viewer.id(), live);
        Flash.say(response, messages.text(Locale.forLanguageTag(language), "access.settings.saved"));
        return new ModelAndView("redirect:/settings");
    }

    @PostMapping("/settings/theme")
    String theme(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(required = false) @Nullable String from) {
        preferences.theme(viewer.id(), theme);
        return "redirect:" + ReturnPath.back(from);
    }

    @PostMapping("/settings/language")
    String language(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable String from) {
        preferences.language(viewer.id(), language);
        return "redirect:" + ReturnPath.back(from);
    }
}
