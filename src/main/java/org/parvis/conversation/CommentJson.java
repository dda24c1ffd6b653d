package org.parvis.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonReference;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A comment as the REST API writes it. */
@Schema(name = "Comment")
record CommentJson(
        String id,
        String post,
        @Nullable String replyTo,
        PersonReference author,
        String text,
        String html,
        Instant publishedAt,
        boolean edited,
        Map<String, Long> reactions,
        List<String> mine,
        List<FileJson> files) {

    static CommentJson of(Comment comment) {
        var replyTo = comment.replyTo();
        return new CommentJson(
                comment.id().toString(),
                comment.post().toString(),
                replyTo == null ? null : replyTo.toString(),
                PersonReference.of(comment.author()),
                comment.text(),
                comment.html(),
                comment.publishedAt(),
                comment.edited(),
                PostJson.counts(comment.reactions()),
                PostJson.mine(comment.reactions()),
                comment.files().stream().map(FileJson::of).toList());
    }
}
