package org.parvis.feed;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Topics;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Following less, from the reason a post gives, and the page where one takes it back. */
@Controller
@RequestMapping("/feed")
class MutedController {

    private final Muted muted;
    private final Topics topics;

    MutedController(Muted muted, Topics topics) {
        this.muted = muted;
        this.topics = topics;
    }

    @GetMapping("/settings")
    ModelAndView settings(@SignedIn Viewer viewer) {
        return new ModelAndView("feed/settings")
                .addObject("muted", muted.of(viewer))
                .addObject("topics", topics.followed(viewer))
                .addObject("mutedTopics", topics.muted(viewer));
    }

    @PutMapping("/muted/{kind}/{id}")
    String mute(
            @SignedIn Viewer viewer,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable PostId post,
            Page page,
            HttpServletResponse response) {
        var source = Reason.Kind.of(kind);
        muted.mute(viewer, source, id);
        Flash.say(response, page.text("feed.muted." + source.code()));
        return back(post);
    }

    @DeleteMapping("/muted/{kind}/{id}")
    String restore(
            @SignedIn Viewer viewer,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable PostId post,
            Page page,
            HttpServletResponse response) {
        muted.restore(viewer, Reason.Kind.of(kind), id);
        Flash.say(response, page.text("feed.restored"));
        return back(post);
    }

    private static String back(@Nullable PostId post) {
        return post == null ? "redirect:/feed/settings" : "redirect:/";
    }

    @PutMapping(path = "/muted/{kind}/{id}", params = "post", produces = Turbo.STREAM)
    ModelAndView muteInPlace(
            @SignedIn Viewer viewer, @PathVariable String kind, @PathVariable String id, @RequestParam PostId post) {
        muted.mute(viewer, Reason.Kind.of(kind), id);
        return inPlace(kind, id, post, true);
    }

    @DeleteMapping(path = "/muted/{kind}/{id}", params = "post", produces = Turbo.STREAM)
    ModelAndView restoreInPlace(
            @SignedIn Viewer viewer, @PathVariable String kind, @PathVariable String id, @RequestParam PostId post) {
        muted.restore(viewer, Reason.Kind.of(kind), id);
        return inPlace(kind, id, post, false);
    }

    private static ModelAndView inPlace(String kind, String id, PostId post, boolean done) {
        return new ModelAndView("feed/muted.turbo")
                .addObject("kind", Reason.Kind.of(kind))
                .addObject("id", id)
                .addObject("post", post)
                .addObject("done", done);
    }
}
