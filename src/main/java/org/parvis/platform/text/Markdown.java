package org.parvis.platform.text;

import org.commonmark.renderer.html.HtmlRenderer;

import java.util.List;

/**
 * The safe part of GitHub Flavored Markdown as HTML: no HTML of the writer's, no pictures, no address but http, https
 * and mailto. Time and size grow with the text's length, whatever it holds.
 */
public final class Markdown {

    private Markdown() {}

    public static String html(String text, Mentions known) {
        return SafeHtml.of(renderer(known).render(MarkdownTree.of(text).root()));
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
