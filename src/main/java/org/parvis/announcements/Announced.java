package org.parvis.announcements;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonCard;
import org.parvis.platform.text.Excerpt;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.text.Mentions;

import java.time.Instant;

/**
 * An announcement at the top of somebody's home page, in their language.
 *
 * @param acknowledge whether they are asked to confirm that they read it
 * @param seen whether it has been before their eyes
 */
public record Announced(
        PostId post,
        PersonCard author,
        @Nullable String place,
        String title,
        String text,
        @Nullable String language,
        Instant publishedAt,
        boolean acknowledge,
        boolean seen) {

    private static final int LONG = 1_000;
    private static final int LINES = 12;
    private static final int BEGINNING = 280;

    // The same few for everybody who comes.
    private static final Cache<String, String> DRAWN =
            Caffeine.newBuilder().maximumSize(200).build();
    private static final Cache<String, String> BEGUN =
            Caffeine.newBuilder().maximumSize(200).build();

    /** Whether only its beginning stands there, and the rest in its thread. */
    public boolean isLong() {
        return text.length() > LONG || text.lines().count() > LINES;
    }

    public String beginning() {
        return BEGUN.get(text, words -> Excerpt.of(words, BEGINNING));
    }

    /** Safe to show; whom it mentions stays text. */
    public String html() {
        return DRAWN.get(text, words -> Markdown.html(words, Mentions.none()));
    }

    public String href() {
        return "/posts/" + post;
    }

    /** Its name in the page. */
    public String anchor() {
        return "announced_" + post;
    }

    /** As the database writes it. */
    record Row(
            long postId,
            PersonCard.Row author,
            @Nullable String place,
            String title,
            String text,
            @Nullable String language,
            Instant publishedAt,
            boolean acknowledge,
            boolean seen) {

        Announced announced() {
            return new Announced(
                    new PostId(postId), author.card(), place, title, text, language, publishedAt, acknowledge, seen);
        }
    }
}
