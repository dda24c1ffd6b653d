package org.parvis.announcements;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An announcement's words in other languages, which its author changes afterwards too. */
@Controller
@RequestMapping("/posts/{id}/announcement/wordings")
class WordingController {

    private final Announcements announcements;
    private final Wordings wordings;

    WordingController(Announcements announcements, Wordings wordings) {
        this.announcements = announcements;
        this.wordings = wordings;
    }

    @GetMapping
    ModelAndView edit(@SignedIn Viewer viewer, @PathVariable PostId id) {
        announcements.worded(viewer, id);
        return form(viewer, id, wordings.form(id), null);
    }

    @PutMapping
    ModelAndView reword(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        try {
            announcements.reword(viewer, id, wordings.typed(form));
            Flash.say(response, page.text("announcements.reworded"));
            return new ModelAndView("redirect:/posts/" + id);
        } catch (Invalid invalid) {
            var again = form(viewer, id, form, invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private ModelAndView form(Viewer viewer, PostId id, MultiValueMap<String, String> form, @Nullable Invalid invalid) {
        return new ModelAndView("announcements/wordings")
                .addObject("post", announcements.worded(viewer, id))
                .addObject("languages", wordings.languages())
                .addObject("form", form)
                .addObject("invalid", invalid);
    }
}
