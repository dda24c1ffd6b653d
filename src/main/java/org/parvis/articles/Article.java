package org.parvis.articles;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.text.Section;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An article as one viewer reads it.
 *
 * @param cover the picture above it
 */
public record Article(Post post, @Nullable Attachment cover) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*+");
    private static final int A_MINUTE = 220;
    private static final int BEGINNING = 280;
    private static final int CONTENTS = 3;
    private static final int DEEPEST = 2;

    static Article of(Post post, @Nullable Long cover) {
        return new Article(
                post,
                post.files().stream()
                        .filter(file -> cover != null && file.id() == cover && file.picture())
                        .findFirst()
                        .orElse(null));
    }

    public String title() {
        return String.valueOf(post.title());
    }

    /** How long it takes to read, at 220 words a minute; at least one. */
    public int minutes() {
        var words = WORD.matcher(post.text()).results().count();
        return (int) Math.max(1, Math.round((double) words / A_MINUTE));
    }

    /** Its first sentences. */
    public String beginning() {
        return post.prose().beginning(BEGINNING);
    }

    /** Its table of contents, of two levels; empty where there is little to find. */
    public List<Section> contents() {
        var sections = post.prose().sections().stream()
                .filter(section -> section.level() <= DEEPEST)
                .toList();
        return sections.size() < CONTENTS ? List.of() : sections;
    }
}
