package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Closing a thread for a reason, and opening it again. */
@Controller
@RequestMapping("/posts/{id}/closing")
class ClosingController {

    private final Closings closings;

    ClosingController(Closings closings) {
        this.closings = closings;
    }

    @GetMapping
    ModelAndView ask(@SignedIn Viewer viewer, @PathVariable PostId id) {
        var post = closings.looksAfter(viewer, id);
        return form(post, post.closeReason(), null);
    }

    @PutMapping
    ModelAndView close(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletResponse response) {
        var post = closings.looksAfter(viewer, id);
        try {
            closings.close(viewer, id, reason);
            Flash.say(response, page.text("conversation.closing.done"));
            return new ModelAndView("redirect:/posts/" + id);
        } catch (Invalid invalid) {
            var again = form(post, reason, invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @DeleteMapping
    ModelAndView reopen(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        closings.reopen(viewer, id);
        Flash.say(response, page.text("conversation.closing.undone"));
        return new ModelAndView("redirect:/posts/" + id);
    }

    private static ModelAndView form(Post post, @Nullable String reason, @Nullable Invalid invalid) {
        return new ModelAndView("conversation/closing")
                .addObject("post", post)
                .addObject("reason", reason == null ? "" : reason)
                .addObject("invalid", invalid);
    }
}
