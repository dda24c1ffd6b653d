package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** Every reason of one post in a feed, when they are asked for; without a script, the page of what one follows less of. */
@Controller
class WhyController {

    private final Feed feed;

    WhyController(Feed feed) {
        this.feed = feed;
    }

    @GetMapping("/posts/{id}/why")
    ModelAndView why(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestHeader(name = Turbo.FRAME, required = false) @Nullable String frame) {
        var reasons = feed.reasons(viewer, id);
        return frame == null
                ? new ModelAndView("redirect:/feed/settings")
                : new ModelAndView("feed/less").addObject("post", id).addObject("reasons", reasons);
    }
}
