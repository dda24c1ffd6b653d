package org.parvis.links;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.outgoing.Answer;
import org.parvis.platform.outgoing.RefusedAddress;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.text.PlainText;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a page says of itself: Open Graph, its imitations, HTML's own title and description, whichever comes first.
 *
 * @param picture null when it names none
 */
record PageReading(Found found, @Nullable WebAddress picture) {

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final List<String> TITLE = List.of("og:title", "twitter:title", "title");
    private static final List<String> DESCRIPTION = List.of("og:description", "twitter:description", "description");
    private static final List<String> NAME = List.of("og:site_name", "application-name");
    private static final List<String> PICTURE =
            List.of("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src");

    /** Null for what is no page, or has no title. */
    static @Nullable PageReading of(Answer answer) throws IOException {
        if (!answer.isOk() || !PAGES.contains(answer.mediaType())) return null;
        var charset = answer.charset();
        var page = Jsoup.parse(
                new ByteArrayInputStream(answer.body()),
                charset == null ? null : charset.name(),
                answer.address().toString());
        var title = said(page, TITLE, Links.TITLE);
        if (title.isEmpty()) title = PlainText.shortened(page.title(), Links.TITLE);
        if (title.isEmpty()) return null;
        return new PageReading(
                new Found(
                        answer.address().site(),
                        said(page, NAME, Links.NAME),
                        title,
                        said(page, DESCRIPTION, Links.DESCRIPTION)),
                picture(page, answer.address()));
    }

    private static String said(Document page, List<String> names, int most) {
        return contents(page, names)
                .map(content -> PlainText.shortened(content, most))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static @Nullable WebAddress picture(Document page, WebAddress base) {
        return contents(page, PICTURE)
                .map(String::strip)
                .filter(content -> !content.isEmpty())
                .findFirst()
                .map(content -> {
                    try {
                        return base.led(content);
                    } catch (RefusedAddress none) {
                        return null;
                    }
                })
                .orElse(null);
    }

    private static Stream<String> contents(Document page, List<String> names) {
        var metas = page.getElementsByTag("meta");
        return names.stream()
                .flatMap(name -> metas.stream()
                        .filter(meta -> name.equalsIgnoreCase(
                                        meta.attr("property").strip())
                                || name.equalsIgnoreCase(meta.attr("name").strip()))
                        .map(meta -> meta.attr("content")));
    }
}
