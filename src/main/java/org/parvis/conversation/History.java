package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.Difference;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.web.Slice;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a post or comment reads and read before, and what changed each time. */
public record History(
        String kind,
        String href,
        @Nullable String title,
        String text,
        String html,
        @Nullable Instant editedAt,
        Slice<Version> versions) {

    private static final int FEW = 3;
    private static final Pattern MENTION = Pattern.compile("@\\[([^\\[\\]]{1,200})]\\(person:\\d{1,18}\\)");

    static History of(Post post, Slice<Version> versions) {
        return new History(Posts.KIND, post.href(), post.title(), post.text(), post.html(), post.editedAt(), versions);
    }

    static History of(Comment comment, Slice<Version> versions) {
        return new History(
                Comments.KIND, comment.href(), null, comment.text(), comment.html(), comment.editedAt(), versions);
    }

    /** As many earlier wordings as a page has room for. */
    static int page(String text) {
        return text.length() > Posts.TEXT ? FEW : Slice.PAGE;
    }

    /** What changed when it was replaced. */
    public Difference difference(Version version) {
        var next = version.nextTitle() == null ? title : version.nextTitle();
        return Difference.of(
                whole(version.title() == null ? next : version.title(), version.text()),
                whole(next, Objects.requireNonNullElse(version.successor(), text)));
    }

    private static String whole(@Nullable String title, String text) {
        return title == null ? plain(text) : title + "\n\n" + plain(text);
    }

    // People are read by their names.
    private static String plain(String text) {
        return Mentions.COMMUNITY
                .matcher(MENTION.matcher(text).replaceAll("@$1"))
                .replaceAll(found ->
                        found.group(1).isEmpty() ? Mentions.UNKNOWN : Matcher.quoteReplacement("@" + found.group(1)));
    }

    /** An earlier wording as it was shown; whom it mentioned is not kept. */
    public static String html(Version version) {
        return Markdown.html(version.text(), Mentions.none());
    }
}
