package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The answer to what somebody chose in a post's menu: its marks and its menu drawn anew, and a word about it. */
@Component
class PostMarks {

    private final Posts posts;

    PostMarks(Posts posts) {
        this.posts = posts;
    }

    ModelAndView back(Page page, PostId id, String said, HttpServletResponse response) {
        Flash.say(response, page.text(said));
        return new ModelAndView("redirect:/posts/" + id);
    }

    ModelAndView inPlace(Viewer viewer, Page page, PostId id, boolean full, String said) {
        return said(viewer, id, full, page.text(said));
    }

    /** With these very words. */
    ModelAndView said(Viewer viewer, PostId id, boolean full, String words) {
        return new ModelAndView("conversation/marked.turbo")
                .addObject("viewer", viewer)
                .addObject("post", posts.show(viewer, id))
                .addObject("full", full)
                .addObject("said", words);
    }

    /** A page with these words, for those without a script, and the way back. */
    ModelAndView page(Viewer viewer, PostId id, String words) {
        return new ModelAndView("conversation/refused")
                .addObject("post", posts.find(viewer, id))
                .addObject("words", words);
    }
}
