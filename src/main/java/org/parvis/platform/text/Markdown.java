package org.parvis.platform.text;

import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The safe part of GitHub Flavored Markdown as HTML: no HTML of the writer's, no pictures, no address but http, https
 * and mailto. Time and size grow with the text's length, whatever it holds.
 */
public final class Markdown {

    private Markdown() {}

    /** A text as it is shown, and the first address of the web that it links to, as written; null when there is none. */
    public record Reading(String html, @Nullable String link) {}

    public static String html(String text, Mentions known) {
        return html(MarkdownTree.of(text), known);
    }

    /** As {@link #html(String, Mentions)}, with what the same look at the text tells. */
    public static Reading read(String text, Mentions known) {
        var tree = MarkdownTree.of(text);
        return new Reading(html(tree, known), tree.firstLink());
    }

    /** As {@link Reading#link}, alone. */
    public static @Nullable String firstLink(String text) {
        return MarkdownTree.of(text).firstLink();
    }

    private static String html(MarkdownTree tree, Mentions known) {
        return SafeHtml.of(renderer(known).render(tree.root()));
    }

    private static HtmlRenderer renderer(Mentions known) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .percentEncodeUrls(true)
                .softbreak("<br>\n")
                .extensions(List.of(MarkdownTree.TABLES))
                .extensions(List.of(MarkdownMarks.STRIKETHROUGH))
                .attributeProviderFactory(context -> MarkdownMarks::describe)
                .nodeRendererFactory(context -> new MarkdownMarks(context, known))
                .build();
    }
}
