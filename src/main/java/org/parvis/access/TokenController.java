package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Invalid;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;

/** Making and revoking tokens for one's programs. A secret is shown once, in the answer to its making. */
@Controller
class TokenController {

    private final SettingsPage page;
    private final AccessTokens tokens;
    private final Sessions sessions;

    TokenController(SettingsPage page, AccessTokens tokens, Sessions sessions) {
        this.page = page;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @PostMapping("/settings/tokens")
    ModelAndView create(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "90") int days,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        try {
            if (days < 1 || days > AccessTokens.LONGEST.toDays()) {
                throw new Invalid("days", "access.token.days-range", AccessTokens.LONGEST.toDays());
            }
            var fresh = tokens.create(viewer.id(), PlainText.name("name", name, 100), Duration.ofDays(days));
            return page.showSecret(viewer, fresh.secret());
        } catch (Conflict tooMany) {
            return again(viewer, name, new Invalid("name", String.valueOf(tooMany.getMessage()), AccessTokens.MOST));
        } catch (Invalid invalid) {
            return again(viewer, name, invalid);
        }
    }

    private ModelAndView again(Viewer viewer, String name, Invalid invalid) {
        return page.mend(viewer, invalid).addObject("tokenName", name);
    }

    @PostMapping("/settings/tokens/{id}/revoke")
    String revoke(@SignedIn Viewer viewer, @PathVariable long id) {
        sessions.revoke(viewer.id(), id);
        return "redirect:/settings";
    }
}
