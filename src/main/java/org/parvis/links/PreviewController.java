package org.parvis.links;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Authors take the card away from their post, and put it back. */
@Controller
@RequestMapping("/posts/{id}/preview")
class PreviewController {

    private final Links links;
    private final Posts posts;
    private final Messages messages;

    PreviewController(Links links, Posts posts, Messages messages) {
        this.links = links;
        this.posts = posts;
        this.messages = messages;
    }

    @DeleteMapping
    ModelAndView remove(@SignedIn Viewer viewer, @PathVariable PostId id, HttpServletResponse response) {
        links.remove(viewer, id);
        return back(viewer, id, "links.removed", response);
    }

    @DeleteMapping(produces = Turbo.STREAM)
    ModelAndView removeInPlace(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "false") boolean full) {
        links.remove(viewer, id);
        return redrawn(viewer, id, full, "links.removed");
    }

    @PutMapping
    ModelAndView restore(@SignedIn Viewer viewer, @PathVariable PostId id, HttpServletResponse response) {
        links.restore(viewer, id);
        return back(viewer, id, "links.restored", response);
    }

    @PutMapping(produces = Turbo.STREAM)
    ModelAndView restoreInPlace(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "false") boolean full) {
        links.restore(viewer, id);
        return redrawn(viewer, id, full, "links.restored");
    }

    private ModelAndView back(Viewer viewer, PostId id, String said, HttpServletResponse response) {
        Flash.say(response, messages.text(viewer.locale(), said));
        return new ModelAndView("redirect:/posts/" + id);
    }

    private ModelAndView redrawn(Viewer viewer, PostId id, boolean full, String said) {
        return new ModelAndView("conversation/redrawn.turbo")
                .addObject("viewer", viewer)
                .addObject("post", posts.show(viewer, id))
                .addObject("full", full)
                .addObject("said", messages.text(viewer.locale(), said));
    }
}
