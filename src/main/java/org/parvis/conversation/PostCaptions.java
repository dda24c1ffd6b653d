package org.parvis.conversation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Said;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** Captions and transcripts of what is published already. */
@Controller
@RequestMapping("/posts/{id}/captions")
class PostCaptions {

    private final Posts posts;
    private final Messages messages;

    PostCaptions(Posts posts, Messages messages) {
        this.posts = posts;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView edit(@SignedIn Viewer viewer, @PathVariable PostId id) {
        var post = mine(viewer, id);
        return form(post, post.recordings(), null);
    }

    @PostMapping
    ModelAndView keep(
            @SignedIn Viewer viewer, @PathVariable PostId id, HttpServletRequest form, HttpServletResponse response) {
        var post = mine(viewer, id);
        var said =
                post.recordings().stream().map(file -> Said.of(form, file.id())).toList();
        try {
            posts.caption(viewer, id, said);
            Flash.say(response, messages.text(viewer.locale(), "conversation.captions.kept"));
            return new ModelAndView("redirect:" + post.href());
        } catch (Invalid invalid) {
            var again = form(post, Said.typed(post.recordings(), said), invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private Post mine(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayEdit(viewer)) {
            throw new Forbidden("only its author captions a post");
        } else if (post.recordings().isEmpty()) {
            throw new NotFound("films or sound of post " + id);
        }
        return post;
    }

    private static ModelAndView form(Post post, List<Attachment> recordings, @Nullable Invalid invalid) {
        return new ModelAndView("conversation/captions")
                .addObject("post", post)
                .addObject("recordings", recordings)
                .addObject("invalid", invalid);
    }
}
