package org.parvis.platform.text;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The marks that are ours: mentions, topics, tasks, tables that scroll. */
final class MarkdownMarks implements NodeRenderer {

    static final Extension STRIKETHROUGH = StrikethroughExtension.create();

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Mentions known;

    MarkdownMarks(HtmlNodeRendererContext context, Mentions known) {
        this.context = context;
        this.html = context.getWriter();
        this.known = known;
    }

    // What scrolls must be reachable without a mouse.
    static void describe(Node node, String tag, Map<String, String> attributes, @Nullable Sections sections) {
        if (node instanceof ListItem && node.getFirstChild() instanceof TaskListItemMarker) {
            attributes.put("class", "task");
        } else if (node instanceof Heading heading && sections != null) {
            var anchor = sections.anchor(heading);
            if (anchor != null) attributes.put("id", anchor);
        } else if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        } else if (tag.equals("table")) {
            attributes.put("class", "table");
        } else if (node instanceof TableCell cell && cell.isHeader()) {
            attributes.put("scope", "col");
        }
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Mention.class,
                CommunityMention.class,
                Hashtag.class,
                TaskListItemMarker.class,
                Scrolling.class,
                Placed.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Mention mention -> render(mention);
            case CommunityMention mention -> render(mention);
            case Hashtag hashtag ->
                link("topic", hashtag.topic().path(), "#" + hashtag.topic().name());
            // A disabled checkbox would need a label; these two signs have a name in every language.
            case TaskListItemMarker task -> html.text(task.isChecked() ? "☑ " : "☐ ");
            case Scrolling scrolling -> render(scrolling);
            case Placed placed -> render(placed);
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    private void render(Mention mention) {
        var name = known.nameOf(mention.person());
        if (name == null) {
            html.text("@" + mention.writtenName());
        } else {
            link("mention", "/people/" + mention.person(), name);
        }
    }

    private void render(CommunityMention mention) {
        var name = known.nameOfCommunity(mention.community());
        if (name == null) {
            html.text(Mentions.UNKNOWN);
        } else {
            link("mention", "/communities/" + mention.community(), name);
        }
    }

    private void link(String kind, String path, String text) {
        html.tag("a", inOrder(Map.of("class", kind, "href", path)));
        html.text(text);
        html.tag("/a");
    }

    private void render(Scrolling scrolling) {
        html.line();
        html.tag(
                "div",
                inOrder(Map.of("class", "scroll", "role", "group", "tabindex", "0", "aria-label", scrolling.name())));
        for (var child = scrolling.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/div");
        html.line();
    }

    private void render(Placed placed) {
        var figure = placed.figure();
        html.tag("a", inOrder(Map.of("class", "figure", "href", figure.href())));
        html.tag(
                "img",
                inOrder(Map.of(
                        "src",
                        figure.source(),
                        "srcset",
                        figure.sources(),
                        "sizes",
                        "(width < 45rem) 100vw, 40rem",
                        "width",
                        Integer.toString(figure.width()),
                        "height",
                        Integer.toString(figure.height()),
                        "loading",
                        "lazy",
                        "alt",
                        placed.alt())));
        html.tag("/a");
    }

    // The same text gives the same bytes.
    private static Map<String, String> inOrder(Map<String, String> attributes) {
        return new TreeMap<>(attributes);
    }
}
