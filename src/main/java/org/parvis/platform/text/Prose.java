package org.parvis.platform.text;

import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with what belongs to it: its headings have names, {@code ![words](file:12)} shows a picture of its own in place,
 * once. It is parsed when it is first asked, and drawn when it is first shown; a list need not do either.
 */
public final class Prose {

    private final String text;
    private final Mentions known;
    private final String anchor;
    private final Map<Long, Figure> figures;

    private @Nullable Parsed parsed;
    private @Nullable String html;

    /** @param anchor what the names of its headings begin with, unlike anything else in the page */
    public Prose(String text, Mentions known, String anchor, Map<Long, Figure> figures) {
        this.text = text;
        this.known = known;
        this.anchor = anchor;
        this.figures = figures;
    }

    /** Safe to show. */
    public String html() {
        var drawn = html;
        if (drawn == null) {
            var read = parsed();
            drawn = Markdown.html(read.tree, known, read.sections);
            html = drawn;
        }
        return drawn;
    }

    /** The first address of the web that it links to, as written. */
    public @Nullable String link() {
        return parsed().tree.firstLink();
    }

    /** Its first headings. */
    public List<Section> sections() {
        return parsed().sections.inOrder();
    }

    /** The files that it shows in place. */
    public Set<Long> placed() {
        return figures.isEmpty() ? Set.of() : parsed().placed;
    }

    /** As {@link Excerpt#of}, with the names that its reader is shown. */
    public String excerpt(int max) {
        return Excerpt.ofNode(parsed().tree.root(), known, max);
    }

    /** How it begins: its first paragraph that says something, in one line of at most {@code max}. */
    public String beginning(int max) {
        var paragraphs = new ArrayList<String>();
        parsed().tree.forEach(node -> {
            if (paragraphs.isEmpty() && node instanceof Paragraph) {
                var words = Excerpt.ofNode(node, known, max);
                if (!words.isEmpty()) paragraphs.add(words);
            }
        });
        return paragraphs.isEmpty() ? excerpt(max) : paragraphs.getFirst();
    }

    private Parsed parsed() {
        var read = parsed;
        if (read == null) {
            var left = new HashMap<>(figures);
            var tree = MarkdownTree.of(text, left);
            var placed = figures.keySet().stream()
                    .filter(file -> !left.containsKey(file))
                    .collect(Collectors.toUnmodifiableSet());
            read = new Parsed(tree, Sections.of(tree, anchor), placed);
            parsed = read;
        }
        return read;
    }

    private record Parsed(MarkdownTree tree, Sections sections, Set<Long> placed) {}
}
