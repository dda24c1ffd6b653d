package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.throttle.Throttle;
import org.parvis.platform.web.Busy;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Objects;

/** Changing one's password, which asks for the old one. */
@Controller
class PasswordController {

    private final SettingsPage page;
    private final Passwords passwords;
    private final AccountRows accounts;
    private final Throttle throttle;
    private final Messages messages;

    PasswordController(
            SettingsPage page, Passwords passwords, AccountRows accounts, Throttle throttle, Messages messages) {
        this.page = page;
        this.passwords = passwords;
        this.accounts = accounts;
        this.throttle = throttle;
        this.messages = messages;
    }

    @PostMapping("/settings/password")
    ModelAndView change(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response) {
        var email = Objects.requireNonNullElse(accounts.get(viewer.id()).email(), "");
        try {
            throttle.take(SignIn.PER_ACCOUNT, AccountRows.address(email));
            passwords.confirm("old", viewer.id(), old);
            if (!password.equals(again)) {
                throw new Invalid("again", "access.password.different");
            }
            var hash = passwords.accepted("password", password, List.of(email, viewer.name()));
            passwords.change(viewer.id(), hash, SettingsPage.thisDevice());
        } catch (Invalid invalid) {
            return page.mend(viewer, invalid);
        } catch (TooMany | Busy refusal) {
            return Later.say(refusal, "old", response, invalid -> page.mend(viewer, invalid));
        }
        throttle.giveBack(SignIn.PER_ACCOUNT, AccountRows.address(email));
        Flash.say(response, messages.text(viewer.locale(), "access.password.changed"));
        return new ModelAndView("redirect:/settings");
    }
}
