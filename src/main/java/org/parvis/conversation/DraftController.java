package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/** What the viewer has begun to write. */
@Controller
@RequestMapping("/drafts")
class DraftController {

    private final Drafts drafts;
    private final PostKinds kinds;
    private final Desk desk;

    DraftController(Drafts drafts, PostKinds kinds, Desk desk) {
        this.desk = desk;
        this.drafts = drafts;
        this.kinds = kinds;
    }

    @GetMapping
    ModelAndView index(@SignedIn Viewer viewer, @RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView(
                "conversation/drafts",
                Map.of("viewer", viewer, "kinds", kinds, "drafts", drafts.list(viewer, Cursor.of(cursor), Slice.PAGE)));
    }

    /** Keeps the form as its author leaves it; what was kept from elsewhere meanwhile comes back beside it. {@code to}: on to those who write it too. */
    @PostMapping
    ModelAndView keep(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response) {
        var typed = new Typed(form, files);
        try {
            var kept = drafts.keep(viewer, typed);
            if (kept && to.equals("authors")) {
                return new ModelAndView("redirect:/drafts/" + Drafts.keyOrNull(typed.first("draft")) + "/authors");
            }
            Flash.say(response, page.text("conversation.draft-kept"));
            return new ModelAndView("redirect:/drafts");
        } catch (DraftChanged changed) {
            var both = desk.again(viewer, typed, null).beside(changed.draft());
            var sheet = new ModelAndView("conversation/new", Map.of("viewer", viewer, "composing", both));
            sheet.setStatus(HttpStatus.CONFLICT);
            return sheet;
        }
    }

    /** As {@link #keep}, while it is written. */
    @PostMapping(produces = APPLICATION_JSON_VALUE)
    @ResponseStatus(NO_CONTENT)
    void keepWriting(@SignedIn Viewer viewer, @RequestParam MultiValueMap<String, String> form, FileForm files) {
        var _ = drafts.keep(viewer, new Typed(form, files));
    }

    @DeleteMapping("/{draft}")
    String discard(@SignedIn Viewer viewer, Page page, @PathVariable String draft, HttpServletResponse response) {
        drafts.discard(viewer, Drafts.key(draft));
        Flash.say(response, page.text("conversation.drafts.discarded"));
        return "redirect:/drafts";
    }
}
