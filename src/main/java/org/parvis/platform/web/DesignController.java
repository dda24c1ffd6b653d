package org.parvis.platform.web;

import org.parvis.platform.settings.ParvisSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A living page of every component, for development: {@code parvis.design=true}. */
@Controller
class DesignController {

    private final ParvisSettings settings;

    DesignController(ParvisSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/design")
    ModelAndView components() {
        if (!settings.design()) throw new NotFound("/design");
        return new ModelAndView("design/index");
    }
}
