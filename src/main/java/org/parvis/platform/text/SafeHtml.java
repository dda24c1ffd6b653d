package org.parvis.platform.text;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.List;
import java.util.regex.Pattern;

/** The second line of defence: whatever the renderer wrote, nothing leaves that is not on this list. */
final class SafeHtml {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?://|mailto:).*+|/(?:people|communities)/\\d++|/files/\\d++/\\d++|/topics/[^/?#]++",
            Pattern.DOTALL);

    private static final Pattern PICTURE = Pattern.compile("/files/\\d++/\\d++");
    private static final Pattern PICTURES = Pattern.compile("(?:/files/\\d++/\\d++ \\d++w(?: ?, ?)?){1,9}");
    // Nothing of the browser's is named so.
    private static final Pattern ANCHOR = Pattern.compile("[a-z]{1,10}\\d{0,18}-[\\p{L}\\p{N}-]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "del", "code", "pre", "blockquote", "hr", "div")
            .allowElements("ul", "ol", "li", "h3", "h4", "h5", "h6")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowElements(SafeHtml::link, "a")
            .allowElements("img")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("srcset")
            .matching(PICTURES)
            .onElements("img")
            .allowAttributes("sizes")
            .matching(false, "(width < 45rem) 100vw, 40rem")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("loading")
            .matching(false, "lazy")
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("id")
            .matching(ANCHOR)
            .onElements("h3", "h4", "h5", "h6")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(ADDRESS)
            .onElements("a")
            .allowAttributes("title")
            .onElements("a")
            .allowAttributes("class")
            .matching(false, "mention", "topic", "figure")
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
            .matching(NUMBER)
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
