package org.parvis.platform.text;

import org.commonmark.node.CustomNode;

/** A picture among the words. */
final class Placed extends CustomNode {

    private final Figure figure;
    private final String alt;

    Placed(Figure figure, String alt) {
        this.figure = figure;
        this.alt = alt;
    }

    Figure figure() {
        return figure;
    }

    /** What the text says of it, else what its owner does. */
    String alt() {
        return alt.isBlank() ? figure.alt() : alt;
    }
}
