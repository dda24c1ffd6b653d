package org.parvis.platform.text;

import org.commonmark.node.CustomNode;

/** {@code @[Alice Martin](person:12)} in a text. */
final class Mention extends CustomNode {

    private final long person;
    private final String writtenName;

    Mention(long person, String writtenName) {
        this.person = person;
        this.writtenName = writtenName;
    }

    long person() {
        return person;
    }

    String writtenName() {
        return writtenName;
    }
}
