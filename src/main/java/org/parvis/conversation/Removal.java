package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;
import java.util.function.Supplier;

/** A post or comment that somebody is about to take away: the author confirms, an owner also says why. */
public record Removal(
        Viewer viewer,
        String kind,
        String href,
        String anchor,
        String author,
        String html,
        boolean own,
        boolean inPlace,
        String reason,
        @Nullable Invalid invalid) {

    static Removal of(Viewer viewer, Post post, boolean inPlace) {
        return new Removal(
                viewer,
                Posts.KIND,
                post.href(),
                post.anchor(),
                post.author().name(),
                post.html(),
                viewer.is(post.author().id()),
                inPlace,
                "",
                null);
    }

    static Removal of(Viewer viewer, Comment comment) {
        return new Removal(
                viewer,
                Comments.KIND,
                comment.href(),
                comment.anchor(),
                comment.author().name(),
                comment.html(),
                viewer.is(comment.author().id()),
                true,
                "",
                null);
    }

    /** Goes on when it is the viewer's own or a reason is given; otherwise asks again. */
    ModelAndView confirmed(@Nullable String typedReason, Supplier<ModelAndView> takeAway) {
        try {
            if (!own) {
                var _ = PlainText.clean("reason", typedReason, Posts.REASON);
            }
            return takeAway.get();
        } catch (Invalid problem) {
            var again = new ModelAndView(
                    "conversation/removal", Map.of("viewer", viewer, "removal", with(typedReason, problem)));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private Removal with(@Nullable String typedReason, Invalid problem) {
        return new Removal(
                viewer,
                kind,
                href,
                anchor,
                author,
                html,
                own,
                inPlace,
                typedReason == null ? "" : typedReason,
                problem);
    }
}
