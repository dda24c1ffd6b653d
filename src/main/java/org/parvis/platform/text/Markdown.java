package org.parvis.platform.text;

import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The safe part of GitHub Flavored Markdown as HTML: no HTML of the writer's, no pictures but its own ({@link Prose}), no
 * address but http, https and mailto. Time and size grow with the text's length, whatever it holds.
 */
public final class Markdown {

    private Markdown() {}

    public static String html(String text, Mentions known) {
        return html(MarkdownTree.of(text), known, null);
    }

    /** As {@link Prose#link}, alone. */
    public static @Nullable String firstLink(String text) {
        return MarkdownTree.of(text).firstLink();
    }

    static String html(MarkdownTree tree, Mentions known, @Nullable Sections sections) {
        return SafeHtml.of(renderer(known, sections).render(tree.root()));
    }

    private static HtmlRenderer renderer(Mentions known, @Nullable Sections sections) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .percentEncodeUrls(true)
                .softbreak("<br>\n")
                .extensions(List.of(MarkdownTree.TABLES))
                .extensions(List.of(MarkdownMarks.STRIKETHROUGH))
                .attributeProviderFactory(
                        context -> (node, tag, attributes) -> MarkdownMarks.describe(node, tag, attributes, sections))
                .nodeRendererFactory(context -> new MarkdownMarks(context, known))
                .build();
    }
}
