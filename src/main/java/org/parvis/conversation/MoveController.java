package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.communities.CommunityId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Moving a post to another community. */
@Controller
@RequestMapping("/posts/{id}/place")
class MoveController {

    private final Moves moves;

    MoveController(Moves moves) {
        this.moves = moves;
    }

    @GetMapping
    ModelAndView ask(@SignedIn Viewer viewer, @PathVariable PostId id) {
        var post = moves.movable(viewer, id);
        return new ModelAndView("conversation/move")
                .addObject("post", post)
                .addObject("places", moves.places(viewer, post));
    }

    @PutMapping
    String move(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "") String community,
            HttpServletResponse response) {
        moves.move(viewer, id, CommunityId.of(community));
        Flash.say(response, page.text("conversation.move.done"));
        return "redirect:/posts/" + id;
    }
}
