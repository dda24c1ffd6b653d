package org.parvis.platform.text;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.List;
import java.util.regex.Pattern;

/** The second line of defence: whatever the renderer wrote, nothing leaves that is not on this list. */
final class SafeHtml {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?://|mailto:).*+|/people/\\d++|/topics/[^/?#]++", Pattern.DOTALL);

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "del", "code", "pre", "blockquote", "hr", "div")
            .allowElements("ul", "ol", "li", "h3", "h4", "h5", "h6")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowElements(SafeHtml::link, "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(ADDRESS)
            .onElements("a")
            .allowAttributes("title")
            .onElements("a")
            .allowAttributes("class")
            .matching(false, "mention", "topic")
            .onElements("a")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[\\w+#.-]{1,40}"))
            .onElements("code")
            .allowAttributes("class")
            .matching(false, "task")
            .onElements("li")
            .allowAttributes("class")
            .matching(false, "table")
            .onElements("table")
            .allowAttributes("class")
            .matching(false, "scroll")
            .onElements("div")
            .allowAttributes("role")
            .matching(false, "group")
            .onElements("div")
            .allowAttributes("aria-label")
            .onElements("div")
            .allowAttributes("tabindex")
            .matching(false, "0")
            .onElements("div", "pre")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(false, "col")
            .onElements("th")
            .toFactory();

    private SafeHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }

    // Addresses of our own begin with a slash; what leads elsewhere tells nobody where the reader comes from.
    private static String link(String element, List<String> attributes) {
        var href = attributes.indexOf("href");
        if (href >= 0 && !attributes.get(href + 1).startsWith("/")) {
            attributes.add("rel");
            attributes.add("nofollow noopener noreferrer");
        }
        return element;
    }
}
