package org.parvis.conversation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Page;

import java.util.Set;

/** What a higher module knows of one post, as one viewer has it; null wherever it has nothing to show. */
public interface PostPart {

    /** Title and text of a post in one language; the HTML is safe to show, the language a BCP 47 tag. */
    record Wording(
            @Nullable String title,
            String text,
            String html,
            @Nullable String language) {}

    /** What the viewer reads instead of the post's own words; programs read both. */
    default @Nullable Wording wording() {
        return null;
    }

    /** What kind of post it is, at the end of the byline: a {@code span.kind}. */
    default @Nullable Content kind(Page page) {
        return null;
    }

    /** In a list, in place of title, text and files. */
    default @Nullable Content summary(Page page) {
        return null;
    }

    /** Between title and text, where it is shown in full. */
    default @Nullable Content opening(Page page) {
        return null;
    }

    /** Whether it stands beside the words and files of the post and leaves them as they are. */
    default boolean isBeside() {
        return true;
    }

    /** In the head of the page of its thread. */
    default @Nullable Content head(Page page) {
        return null;
    }

    /** The files that it shows itself. */
    default Set<Long> placed() {
        return Set.of();
    }

    /** Under the text and its files. */
    @Nullable
    Content body(Page page);

    /** At the start of its bar: what one does with such a post. */
    default @Nullable Content bar(Page page) {
        return null;
    }

    /** In the menu of what the viewer may do with it; {@code full} above its thread, not in a list. */
    @Nullable
    Content action(Page page, boolean full);

    /**
     * What its comments are called: what the keys {@code .count}, {@code .title}, {@code .your}, {@code .send} and
     * {@code .write} begin with.
     */
    default @Nullable String words() {
        return null;
    }

    /** What one of its comments is, beside the name of who wrote it. */
    default @Nullable Content tag(Page page, Comment comment) {
        return null;
    }

    /** In the bar of one of its comments: what the viewer may do with it. */
    default @Nullable Content action(Page page, Comment comment) {
        return null;
    }

    /** The streams that an open page needs once comments came or went, or somebody reacted. */
    default @Nullable Content moved(Page page) {
        return null;
    }

    /** In the API, of the type that {@link PostParts#json} says. */
    @Nullable
    Object json();
}
