package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;

/** A part of a thread: the comments before a point, or the latest ones where there is none. */
public record Stretch(Post post, @Nullable Cursor before, Slice<Comment> comments) {

    public boolean latest() {
        return before == null;
    }

    /** Its name in the page; the same for whoever asks for it. */
    public String anchor() {
        return before == null ? "comments_of_" + post.id() : "before_" + before;
    }

    /** How many comments and replies come earlier than the latest stretch. */
    public long earlier() {
        return post.comments()
                - comments.items().stream()
                        .mapToLong(comment -> comment.replyCount() + (comment.removed() ? 0 : 1))
                        .sum();
    }
}
