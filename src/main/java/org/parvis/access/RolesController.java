package org.parvis.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** The table of roles, for everyone to read. */
@Controller
class RolesController {

    @GetMapping("/about/roles")
    ModelAndView show() {
        return new ModelAndView("access/roles", "roles", List.of(NetworkRole.values()));
    }
}
