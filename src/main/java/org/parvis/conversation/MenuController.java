package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The menu of a post in a list, when it is opened. Above its thread it is there from the start. */
@Controller
class MenuController {

    private final Posts posts;

    MenuController(Posts posts) {
        this.posts = posts;
    }

    @GetMapping("/posts/{id}/menu")
    ModelAndView menu(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestHeader(name = Turbo.FRAME, required = false) @Nullable String frame) {
        var post = posts.show(viewer, id);
        return frame == null
                ? new ModelAndView("redirect:" + post.href())
                : new ModelAndView("conversation/fetched")
                        .addObject("viewer", viewer)
                        .addObject("post", post);
    }
}
