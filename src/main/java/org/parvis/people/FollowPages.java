package org.parvis.people;

import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The follow button: in place with Turbo, by way of the profile without. */
@Controller
@RequestMapping("/people/{id}/follow")
class FollowPages {

    private final Following following;
    private final People people;

    FollowPages(Following following, People people) {
        this.following = following;
        this.people = people;
    }

    @PostMapping
    ModelAndView follow(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.follow(viewer, id);
        return new ModelAndView("redirect:/people/" + id);
    }

    @PostMapping(produces = Turbo.STREAM)
    ModelAndView followInPlace(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.follow(viewer, id);
        return button(viewer, id);
    }

    @DeleteMapping
    ModelAndView unfollow(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.unfollow(viewer, id);
        return new ModelAndView("redirect:/people/" + id);
    }

    @DeleteMapping(produces = Turbo.STREAM)
    ModelAndView unfollowInPlace(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        following.unfollow(viewer, id);
        return button(viewer, id);
    }

    private ModelAndView button(Viewer viewer, PersonId id) {
        return new ModelAndView("people/follow.turbo").addObject("person", people.find(viewer, id));
    }
}
