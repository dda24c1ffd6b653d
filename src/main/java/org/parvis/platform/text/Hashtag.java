package org.parvis.platform.text;

import org.commonmark.node.CustomNode;

/** {@code #usinage} in a text. */
final class Hashtag extends CustomNode {

    private final Topic topic;

    Hashtag(Topic topic) {
        this.topic = topic;
    }

    Topic topic() {
        return topic;
    }
}
