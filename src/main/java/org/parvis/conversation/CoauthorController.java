package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Inviting others to write on one's draft, and leaving somebody else's. */
@Controller
@RequestMapping("/drafts/{draft}/authors")
class CoauthorController {

    private final Coauthors coauthors;

    CoauthorController(Coauthors coauthors) {
        this.coauthors = coauthors;
    }

    @GetMapping
    ModelAndView index(@SignedIn Viewer viewer, @PathVariable String draft, @RequestParam(defaultValue = "") String q) {
        return page(viewer, draft, q, null);
    }

    @PostMapping
    ModelAndView invite(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable String draft,
            @RequestParam(defaultValue = "") String person,
            HttpServletResponse response) {
        try {
            coauthors.invite(viewer, Drafts.key(draft), PersonId.of(person));
            Flash.say(response, page.text("conversation.authors.invited"));
            return new ModelAndView("redirect:/drafts/" + Drafts.key(draft) + "/authors");
        } catch (Invalid invalid) {
            var again = page(viewer, draft, "", invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @DeleteMapping("/{person}")
    String remove(@SignedIn Viewer viewer, @PathVariable String draft, @PathVariable PersonId person) {
        var key = Drafts.key(draft);
        coauthors.remove(viewer, key, person);
        return viewer.is(person) ? "redirect:/drafts" : "redirect:/drafts/" + key + "/authors";
    }

    private ModelAndView page(Viewer viewer, String key, String typed, @Nullable Invalid invalid) {
        var draft = coauthors.mine(viewer, Drafts.key(key));
        return new ModelAndView("conversation/authors")
                .addObject("draft", draft)
                .addObject("coauthors", coauthors.of(draft))
                .addObject("found", coauthors.named(viewer, draft, typed))
                .addObject("typed", typed)
                .addObject("invalid", invalid);
    }
}
