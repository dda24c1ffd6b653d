package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reacting to a post, and who did. */
@Controller
@RequestMapping("/posts/{id}/reactions")
class ReactionController {

    /** How many people a menu shows before it leads to the page with all of them. */
    static final int FIRST = 5;

    private final Posts posts;
    private final Reactions reactions;

    ReactionController(Posts posts, Reactions reactions) {
        this.posts = posts;
        this.reactions = reactions;
    }

    @PutMapping("/{kind}")
    String put(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
        return "redirect:/posts/" + id;
    }

    @PutMapping(path = "/{kind}", produces = Turbo.STREAM)
    ModelAndView putInPlace(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
        return bar(viewer, id);
    }

    @DeleteMapping("/{kind}")
    String delete(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
        return "redirect:/posts/" + id;
    }

    @DeleteMapping(path = "/{kind}", produces = Turbo.STREAM)
    ModelAndView deleteInPlace(@SignedIn Viewer viewer, @PathVariable PostId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
        return bar(viewer, id);
    }

    @GetMapping
    ModelAndView who(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(required = false) @Nullable String after) {
        var post = posts.find(viewer, id);
        return new ModelAndView("conversation/reactions")
                .addObject("viewer", viewer)
                .addObject("back", post.href())
                .addObject("counts", post.reactions())
                .addObject("open", post.mayReact())
                .addObject("reactors", reactions.of(viewer, id, Cursor.of(after), Slice.PAGE));
    }

    @GetMapping(headers = Turbo.FRAME)
    ModelAndView firstOnes(@SignedIn Viewer viewer, @PathVariable PostId id) {
        var post = posts.find(viewer, id);
        return new ModelAndView("conversation/reactors")
                .addObject("viewer", viewer)
                .addObject("path", post.href() + "/reactions")
                .addObject("anchor", post.anchor())
                .addObject("counts", post.reactions())
                .addObject("open", post.mayReact())
                .addObject(
                        "reactors",
                        reactions.of(viewer, id, Cursor.NEWEST, FIRST).items());
    }

    private ModelAndView bar(Viewer viewer, PostId id) {
        return new ModelAndView("conversation/bar.turbo").addObject("post", posts.show(viewer, id));
    }
}
