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

/** Reacting to a comment, and who did. */
@Controller
@RequestMapping("/comments/{id}/reactions")
class CommentReactionController {

    private final Posts posts;
    private final Comments comments;
    private final Reactions reactions;

    CommentReactionController(Posts posts, Comments comments, Reactions reactions) {
        this.posts = posts;
        this.comments = comments;
        this.reactions = reactions;
    }

    @PutMapping("/{kind}")
    String put(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
        return "redirect:/comments/" + id;
    }

    @PutMapping(path = "/{kind}", produces = Turbo.STREAM)
    ModelAndView putInPlace(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.put(viewer, id, kind);
        return bar(viewer, id);
    }

    @DeleteMapping("/{kind}")
    String delete(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
        return "redirect:/comments/" + id;
    }

    @DeleteMapping(path = "/{kind}", produces = Turbo.STREAM)
    ModelAndView deleteInPlace(@SignedIn Viewer viewer, @PathVariable CommentId id, @PathVariable Reaction kind) {
        reactions.delete(viewer, id, kind);
        return bar(viewer, id);
    }

    @GetMapping
    ModelAndView who(
            @SignedIn Viewer viewer,
            @PathVariable CommentId id,
            @RequestParam(required = false) @Nullable String after) {
        var comment = comments.find(viewer, id);
        return new ModelAndView("conversation/reactions")
                .addObject("viewer", viewer)
                .addObject("back", comment.href())
                .addObject("counts", comment.reactions())
                .addObject("open", comment.mayReact())
                .addObject("reactors", reactions.of(viewer, id, Cursor.of(after), Slice.PAGE));
    }

    @GetMapping(headers = Turbo.FRAME)
    ModelAndView firstOnes(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        var comment = comments.find(viewer, id);
        return new ModelAndView("conversation/reactors")
                .addObject("viewer", viewer)
                .addObject("path", comment.href() + "/reactions")
                .addObject("anchor", comment.anchor())
                .addObject("counts", comment.reactions())
                .addObject("open", comment.mayReact())
                .addObject(
                        "reactors",
                        reactions
                                .of(viewer, id, Cursor.NEWEST, ReactionController.FIRST)
                                .items());
    }

    private ModelAndView bar(Viewer viewer, CommentId id) {
        var comment = comments.find(viewer, id);
        return new ModelAndView("conversation/commentbar.turbo")
                .addObject("viewer", viewer)
                .addObject("comment", comment)
                .addObject("post", posts.show(viewer, comment.post()));
    }
}
