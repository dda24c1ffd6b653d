package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Pages;
import org.parvis.platform.web.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page that opens the network; once it is open, there is no such page. */
@Controller
class SetUpController {

    private final Network network;
    private final SetUp setUp;
    private final SetUpCode code;
    private final PasswordRules rules;
    private final Door door;

    SetUpController(Network network, SetUp setUp, SetUpCode code, PasswordRules rules, Door door) {
        this.network = network;
        this.setUp = setUp;
        this.code = code;
        this.rules = rules;
        this.door = door;
    }

    @GetMapping("/set-up")
    ModelAndView ask(HttpServletRequest request) {
        onlyOnce();
        return page(SetUpForm.empty(Pages.locale(request)), null);
    }

    @PostMapping("/set-up")
    ModelAndView open(@ModelAttribute SetUpForm form, HttpServletRequest request, HttpServletResponse response) {
        onlyOnce();
        try {
            if (!code.matches(form.shown(form.code()))) {
                throw new Invalid("code", "access.set-up.wrong-code");
            }
            form.check(rules);
        } catch (Invalid invalid) {
            return page(form, invalid);
        } catch (TooMany tooMany) {
            return Later.say(tooMany, "code", response, invalid -> page(form, invalid));
        }
        var administrator = setUp.open(form.identity(), form.administrator()).orElseThrow(() -> new NotFound("set-up"));
        code.forget();
        door.open(administrator, request, response);
        return new ModelAndView("redirect:/");
    }

    private void onlyOnce() {
        if (network.isSetUp()) {
            throw new NotFound("set-up");
        }
    }

    private static ModelAndView page(SetUpForm form, @Nullable Invalid invalid) {
        var page =
                new ModelAndView("access/set-up", invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("form", form);
        page.addObject("invalid", invalid);
        return page;
    }
}
