package org.parvis.feed;

import org.parvis.conversation.Post;

import java.util.List;

/** A post in a feed, why it is there (the strongest reason first), and whether it is new since the last visit. */
public record FeedItem(Post post, List<Reason> reasons, boolean unread) {

    public Reason reason() {
        return reasons.getFirst();
    }
}
