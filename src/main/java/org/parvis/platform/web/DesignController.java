package org.parvis.platform.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A living page of every component, for development: {@code parvis.design=true}. */
@Controller
@ConditionalOnProperty("parvis.design")
class DesignController {

    @GetMapping("/design")
    ModelAndView components() {
        return new ModelAndView("design/index");
    }
}
