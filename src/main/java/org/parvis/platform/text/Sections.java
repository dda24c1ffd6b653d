package org.parvis.platform.text;

import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headings of a text: named after their words, so that an address that leads to one stays good when others come, and
 * of levels without gaps, whatever marks they were written with.
 */
final class Sections {

    /** The most that have a name. */
    static final int MOST = 200;

    private static final int TITLE = 120;
    private static final int NAME = 60;
    // The page has its own first two levels of headings.
    private static final int ABOVE = 2;

    private final Map<Heading, Section> sections = new IdentityHashMap<>();
    private final List<Section> inOrder = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String anchor;

    private Sections(String anchor) {
        this.anchor = anchor;
    }

    /** Gives the headings of a tree their levels, and the first of them names that begin with the anchor. */
    static Sections of(MarkdownTree tree, String anchor) {
        var headings = new ArrayList<Heading>();
        tree.forEach(node -> {
            if (node instanceof Heading heading) headings.add(heading);
        });
        var used = headings.stream().map(Heading::getLevel).distinct().sorted().toList();
        var sections = new Sections(anchor);
        var before = 0;
        for (var heading : headings) {
            before = Math.min(used.indexOf(heading.getLevel()) + 1, before + 1);
            heading.setLevel(Math.min(before + ABOVE, 6));
            sections.name(heading, before);
        }
        return sections;
    }

    private void name(Heading heading, int level) {
        var title = Excerpt.ofNode(heading, TITLE);
        if (inOrder.size() < MOST && !title.isEmpty()) {
            var section = new Section(level, anchor + unique(name(title)), title);
            sections.put(heading, section);
            inOrder.add(section);
        }
    }

    private static String name(String title) {
        var words = Normalizer.normalize(title, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        var length = Math.min(NAME, words.codePointCount(0, words.length()));
        return words.isEmpty() ? "section" : words.substring(0, words.offsetByCodePoints(0, length));
    }

    private String unique(String name) {
        var unique = name;
        while (!taken.add(unique)) {
            unique = name + "-" + numbers.merge(name, 2, (known, one) -> known + 1);
        }
        return unique;
    }

    List<Section> inOrder() {
        return inOrder;
    }

    /** Null where it has none. */
    @Nullable
    String anchor(Heading heading) {
        var section = sections.get(heading);
        return section == null ? null : section.anchor();
    }
}
