package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.web.Slice;

import java.time.Instant;

/** How a post or comment reads and read before. */
public record History(
        String kind, String href, String html, @Nullable Instant editedAt, Slice<Version> versions) {

    static History of(Post post, Slice<Version> versions) {
        return new History(Posts.KIND, post.href(), post.html(), post.editedAt(), versions);
    }

    static History of(Comment comment, Slice<Version> versions) {
        return new History(Comments.KIND, comment.href(), comment.html(), comment.editedAt(), versions);
    }

    /** An earlier wording as it was shown; whom it mentioned is not kept. */
    public static String html(Version version) {
        return Markdown.html(version.text(), Mentions.none());
    }
}
