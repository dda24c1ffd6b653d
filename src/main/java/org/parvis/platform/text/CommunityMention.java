package org.parvis.platform.text;

import org.commonmark.node.CustomNode;

/** {@code @[](community:12)} in a text. */
final class CommunityMention extends CustomNode {

    private final long community;

    CommunityMention(long community) {
        this.community = community;
    }

    long community() {
        return community;
    }
}
