package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Readership;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Completes the name of whoever is praised while it is typed: people who read the place, and communities. */
@Controller
class PraiseNamesController {

    private final Communities communities;
    private final Readership readership;
    private final Praiseworthy praiseworthy;

    PraiseNamesController(Communities communities, Readership readership, Praiseworthy praiseworthy) {
        this.communities = communities;
        this.readership = readership;
        this.praiseworthy = praiseworthy;
    }

    @GetMapping("/praise/names")
    ModelAndView names(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String community) {
        var place =
                community == null || community.isEmpty() ? null : communities.read(viewer, CommunityId.of(community));
        var typed = PlainText.sought(q, PraiseDraft.NAME);
        return new ModelAndView("praise/names")
                .addObject("people", readership.named(viewer, place, typed))
                .addObject(
                        "places",
                        praiseworthy.places(viewer, place == null ? null : place.id(), PlainText.literally(typed)));
    }
}
