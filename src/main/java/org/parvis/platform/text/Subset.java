package org.parvis.platform.text;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Pattern;

/** Leaves of a parsed text what a post may hold, and finds mentions and topics in it. */
final class Subset extends AbstractVisitor {

    private static final Pattern LINKED = Pattern.compile("(?i)(https?://|mailto:)[^\\n]++");
    private static final Pattern PERSON = Pattern.compile("person:([1-9]\\d{0,17})");
    private static final Pattern COMMUNITY = Pattern.compile("community:([1-9]\\d{0,17})");
    private static final Pattern FILE = Pattern.compile("file:([1-9]\\d{0,17})");
    private static final int LONGEST_ALT = 1_000;
    private static final int LONGEST_ADDRESS = 2_000;
    // The page has its own first two levels of headings.
    private static final int HEADINGS_ABOVE = 2;

    // A definition of 2,000 characters can be referred to by three: a short text must not become a huge page.
    private int addressesLeft;
    private boolean insideLink;
    private final Map<Long, Figure> figures;

    Subset(String text, Map<Long, Figure> figures) {
        this.figures = figures;
        this.addressesLeft = 10_000 + 2 * text.length();
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(heading.getLevel() + HEADINGS_ABOVE, 6));
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        var mention = mention(link);
        if (mention != null) {
            replace(link, mention);
        } else if (!insideLink && mayBeLinked(link.getDestination(), link.getTitle())) {
            insideLink = true;
            visitChildren(link);
            insideLink = false;
        } else {
            visitChildren(link);
            unwrap(link);
        }
    }

    // A picture from elsewhere would tell its server who reads: it becomes a link to it.
    @Override
    public void visit(Image image) {
        var figure = insideLink ? null : figure(image.getDestination());
        if (figure != null) {
            replace(image, new Placed(figure, Excerpt.ofNode(image, LONGEST_ALT)));
        } else if (insideLink || !mayBeLinked(image.getDestination(), image.getTitle())) {
            visitChildren(image);
            unwrap(image);
        } else {
            var link = new Link(image.getDestination(), image.getTitle());
            moveChildren(image, link);
            if (link.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            replace(image, link);
            insideLink = true;
            visitChildren(link);
            insideLink = false;
        }
    }

    @Override
    public void visit(Text text) {
        if (!insideLink) {
            markTopics(text);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
        if (block instanceof TableBlock) {
            var scrolling = new Scrolling(Excerpt.ofNode(block.getFirstChild(), 100));
            block.insertBefore(scrolling);
            scrolling.appendChild(block);
        }
    }

    // What stands beside the number of a community is what somebody typed, and no mention.
    private static @Nullable Node mention(Link link) {
        var person = PERSON.matcher(link.getDestination());
        var community = COMMUNITY.matcher(link.getDestination());
        if (!(link.getPrevious() instanceof Text before) || !before.getLiteral().endsWith("@")) {
            return null;
        } else if (person.matches()) {
            takeSign(before);
            return new Mention(Long.parseLong(person.group(1)), Excerpt.ofNode(link, 200));
        } else if (community.matches() && link.getFirstChild() == null) {
            takeSign(before);
            return new CommunityMention(Long.parseLong(community.group(1)));
        } else {
            return null;
        }
    }

    private static void takeSign(Text before) {
        var literal = before.getLiteral();
        before.setLiteral(literal.substring(0, literal.length() - 1));
    }

    // Each is shown once: a short text must not become a huge page.
    private @Nullable Figure figure(String destination) {
        var file = FILE.matcher(destination);
        return file.matches() && !figures.isEmpty() ? figures.remove(Long.valueOf(file.group(1))) : null;
    }

    private boolean mayBeLinked(String destination, @Nullable String title) {
        var length = destination.length() + (title == null ? 0 : title.length());
        addressesLeft -= length;
        return length <= LONGEST_ADDRESS
                && addressesLeft >= 0
                && LINKED.matcher(destination).matches();
    }

    private static void markTopics(Text text) {
        var literal = text.getLiteral();
        var hashtag = Topic.HASHTAG.matcher(literal);
        var end = 0;
        while (hashtag.find()) {
            var name = withoutDashAtEnd(hashtag.group(1));
            var topic = Topic.of(name);
            if (topic.isPresent()) {
                insertText(text, literal.substring(end, hashtag.start()));
                text.insertBefore(new Hashtag(topic.get()));
                end = hashtag.start(1) + name.length();
            }
        }
        text.setLiteral(literal.substring(end));
    }

    private static String withoutDashAtEnd(String name) {
        var end = name.length();
        while (end > 0 && name.charAt(end - 1) == '-') {
            end--;
        }
        return name.substring(0, end);
    }

    private static void insertText(Node before, String literal) {
        if (!literal.isEmpty()) {
            before.insertBefore(new Text(literal));
        }
    }

    private static void replace(Node old, Node now) {
        old.insertBefore(now);
        old.unlink();
    }

    private static void unwrap(Node node) {
        for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        node.unlink();
    }

    private static void moveChildren(Node from, Node to) {
        for (var child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }
}
