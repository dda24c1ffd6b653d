package org.parvis.platform.text;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text in one line without markup, for titles, notifications and lists. */
public final class Excerpt {

    private final StringBuilder line = new StringBuilder();
    private final Mentions known;

    private Excerpt(Mentions known) {
        this.known = known;
    }

    /** At most {@code max} code points, cut between words; an ellipsis, counted, stands for what is missing. */
    public static String of(String text, int max) {
        return ofNode(MarkdownTree.of(text).root(), max);
    }

    static String ofNode(@Nullable Node node, int max) {
        return ofNode(node, Mentions.none(), max);
    }

    static String ofNode(@Nullable Node node, Mentions known, int max) {
        var excerpt = new Excerpt(known);
        if (node != null) {
            MarkdownTree.walk(node, excerpt::add);
        }
        return cut(excerpt.line.toString().strip(), max);
    }

    private void add(Node node) {
        switch (node) {
            case Text text -> append(text.getLiteral());
            case Code code -> append(code.getLiteral());
            case HtmlInline html -> append(html.getLiteral());
            case Mention mention -> append("@" + mention.writtenName());
            case CommunityMention mention -> append(name(mention));
            case Hashtag hashtag -> append("#" + hashtag.topic().name());
            case FencedCodeBlock code -> append(" " + code.getLiteral());
            case IndentedCodeBlock code -> append(" " + code.getLiteral());
            case SoftLineBreak _, HardLineBreak _, TableCell _, Block _ -> append(" ");
            default -> {}
        }
    }

    private String name(CommunityMention mention) {
        var name = known.nameOfCommunity(mention.community());
        return name == null ? Mentions.UNKNOWN : "@" + name;
    }

    private void append(String text) {
        text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
                .filter(c -> c != ' ' || !endsInSpace())
                .forEach(line::appendCodePoint);
    }

    private boolean endsInSpace() {
        return line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    }

    private static String cut(String line, int max) {
        if (line.codePointCount(0, line.length()) <= max) {
            return line;
        } else {
            var longest = line.offsetByCodePoints(0, max - 1);
            return line.substring(0, lastBreak(line, longest)).strip() + "…";
        }
    }

    // A word that alone fills more than half is cut between two characters as people see them.
    private static int lastBreak(String line, int longest) {
        var space = line.lastIndexOf(' ', longest);
        if (space > longest / 2) {
            return space;
        } else {
            var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(line.substring(0, Math.min(line.length(), longest + 50)));
            return characters.isBoundary(longest) ? longest : characters.preceding(longest);
        }
    }
}
