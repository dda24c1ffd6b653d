package org.parvis.platform.text;

import org.commonmark.node.CustomBlock;

/** What may be wider than the page and scrolls on its own. */
final class Scrolling extends CustomBlock {

    private final String name;

    Scrolling(String name) {
        this.name = name;
    }

    /** What a screen reader calls it: the words of the table's head. */
    String name() {
        return name;
    }
}
