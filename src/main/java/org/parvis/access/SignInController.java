package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.disk.EvenWhenFull;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Busy;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.TooMany;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one signs in. */
@Controller
class SignInController {

    private static final Logger log = LoggerFactory.getLogger(SignInController.class);

    private final SignIn signIn;
    private final Door door;
    private final ClientAddress addresses;
    private final Network network;

    SignInController(SignIn signIn, Door door, ClientAddress addresses, Network network) {
        this.signIn = signIn;
        this.door = door;
        this.addresses = addresses;
        this.network = network;
    }

    @GetMapping("/sign-in")
    ModelAndView ask(@RequestParam(required = false) @Nullable String next, @Nullable Authentication signedIn) {
        return signedIn instanceof SignedInSession
                ? new ModelAndView("redirect:" + ReturnPath.of(next))
                : form("", next, null);
    }

    @EvenWhenFull
    @PostMapping("/sign-in")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var person = signIn.attempt(email, password, addresses.range(request));
            if (person.isEmpty()) {
                log.info("A sign-in from {} was refused", addresses.of(request));
                return form(email, next, new Invalid("password", "access.sign-in.wrong"));
            }
            door.open(person.get(), request, response);
            return new ModelAndView("redirect:" + ReturnPath.of(next));
        } catch (TooMany | Busy refusal) {
            return Later.say(refusal, "password", response, invalid -> form(email, next, invalid));
        }
    }

    @EvenWhenFull
    @PostMapping("/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        door.close(request, response);
        return "redirect:/sign-in";
    }

    private ModelAndView form(String email, @Nullable String next, @Nullable Invalid invalid) {
        var form =
                new ModelAndView("access/sign-in", invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        form.addObject("email", email);
        form.addObject("next", ReturnPath.of(next));
        form.addObject("networkName", network.name());
        form.addObject("invalid", invalid);
        return form;
    }
}
