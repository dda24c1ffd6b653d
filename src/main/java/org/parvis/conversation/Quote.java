package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.platform.text.Markdown;

import java.time.Instant;
import java.util.List;

/** The words of a comment where they stand outside its thread, for those who may read it. */
public record Quote(
        CommentId id,
        PersonCard author,
        String text,
        String html,
        @Nullable String language,
        Instant publishedAt) {

    /** A {@link Row} of {@code k} from comment, by {@code author} from person, as JSON. Needs the parameter {@code :viewer}. */
    public static final String JSON = """
            (select to_json(quoted)
               from (select k.id, %s as author, k.text, k.language, k.published_at, %s) quoted)
            """.formatted(
                    PersonCard.json("author"), MentionedNames.columns("m.post_id = k.post_id and m.comment_id = k.id"));

    /** A quote as the database writes it. */
    public record Row(
            long id,
            PersonCard.Row author,
            String text,
            @Nullable String language,
            Instant publishedAt,
            List<String> mentioned,
            List<String> mentionedCommunities) {

        public Quote quote() {
            return new Quote(
                    new CommentId(id),
                    author.card(),
                    text,
                    Markdown.html(text, MentionedNames.of(mentioned, mentionedCommunities)),
                    language,
                    publishedAt);
        }
    }

    /** Leads to its place in the thread, wherever that is by then. */
    public String href() {
        return "/comments/" + id;
    }
}
