package org.parvis.platform.text;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A text as parsed, reduced to what a post may hold. */
record MarkdownTree(Node root) {

    // A table fills up its short rows: without a bound, 100 kB of text make millions of cells.
    static final Extension TABLES = TablesExtension.builder().maxCells(20_000).build();

    private static final int LONGEST_PARAGRAPH = 1_000;

    private static final List<Extension> MARKS = List.of(
            AutolinkExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build(),
            TaskListItemsExtension.create());

    // In the order of precedence. HTML blocks are not among them: a tag is text like any other.
    private static final List<Class<? extends Block>> BLOCKS = List.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            ThematicBreak.class,
            ListBlock.class,
            IndentedCodeBlock.class);

    private static final Parser PARSER = parser().extensions(List.of(TABLES)).build();
    private static final Parser WITHOUT_TABLES = parser().build();

    static MarkdownTree of(String text) {
        return of(text, Map.of());
    }

    /** With these pictures in place, by their files; what is placed is taken out of them. */
    static MarkdownTree of(String text, Map<Long, Figure> figures) {
        var root = parse(text);
        root.accept(new Subset(text, figures));
        return new MarkdownTree(root);
    }

    private static Node parse(String text) {
        var bounded = withinParagraphs(text);
        try {
            return PARSER.parse(bounded);
        } catch (IllegalArgumentException tooManyCells) {
            return WITHOUT_TABLES.parse(bounded);
        }
    }

    // The parser looks at all the lines of a paragraph for each new one: nobody writes thousands, but an attacker.
    private static String withinParagraphs(String text) {
        if (text.chars().filter(c -> c == '\n').count() <= LONGEST_PARAGRAPH) {
            return text;
        } else {
            var bounded = new StringBuilder(text.length());
            var lines = 0;
            for (var line : text.split("\n", -1)) {
                lines = line.isBlank() ? 0 : lines + 1;
                bounded.append(line).append(lines % LONGEST_PARAGRAPH == LONGEST_PARAGRAPH - 1 ? "\n\n" : "\n");
            }
            return bounded.toString();
        }
    }

    private static Parser.Builder parser() {
        return Parser.builder()
                .extensions(MARKS)
                .enabledBlockTypes(new LinkedHashSet<>(BLOCKS))
                .maxOpenBlockParsers(30)
                .maxInlineNesting(20);
    }

    /** Code holds none, whatever it says. */
    @Nullable
    String firstLink() {
        var links = new ArrayList<String>();
        forEach(node -> {
            if (node instanceof Link link && link.getDestination().regionMatches(true, 0, "http", 0, 4)) {
                links.add(link.getDestination());
            }
        });
        return links.isEmpty() ? null : links.getFirst();
    }

    void forEach(Consumer<Node> visit) {
        walk(root, visit);
    }

    static void walk(Node node, Consumer<Node> visit) {
        visit.accept(node);
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            walk(child, visit);
        }
    }
}
