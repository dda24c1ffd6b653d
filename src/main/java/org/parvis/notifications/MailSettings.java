package org.parvis.notifications;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.access.SettingsSection;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;

/** In one's settings: which mails one wants. */
@Controller
class MailSettings implements SettingsSection {

    private static final int ORDER = 10;

    private final MailRefusals refusals;
    private final Fragments fragments;

    MailSettings(MailRefusals refusals, Fragments fragments) {
        this.refusals = refusals;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Content section(Page page, Viewer viewer) {
        return fragments.of(
                "notifications/mail",
                Map.of("page", page, "kinds", MailKind.all(), "refused", refusals.of(viewer.id())));
    }

    @PostMapping("/settings/mail")
    String choose(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<String> kinds,
            HttpServletResponse response) {
        refusals.choose(viewer.id(), kinds);
        Flash.say(response, page.text("access.settings.saved"));
        return "redirect:/settings#mail";
    }
}
