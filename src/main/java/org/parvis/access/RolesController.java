package org.parvis.access;

import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** The table of roles and of who has them, for everyone to read: whom to turn to. */
@Controller
class RolesController {

    private final NetworkRoles roles;

    RolesController(NetworkRoles roles) {
        this.roles = roles;
    }

    @GetMapping("/about/roles")
    ModelAndView show(@SignedIn Viewer viewer) {
        return new ModelAndView("access/roles", "roles", List.of(NetworkRole.values()))
                .addObject("holders", roles.holders(viewer));
    }
}
