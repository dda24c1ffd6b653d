package org.parvis.links;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostPart;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;

import java.util.Map;

/** The card of a post's link. When its author wants none, they find the way back to it in the menu. */
record LinkPart(Post post, Preview preview, boolean removed, boolean own, Fragments fragments) implements PostPart {

    @Override
    public @Nullable Content body(Page page) {
        return removed ? null : fragments.of("links/card", Map.of("page", page, "preview", preview));
    }

    @Override
    public @Nullable Content action(Page page, boolean full) {
        return own
                ? fragments.of("links/action", Map.of("page", page, "post", post, "removed", removed, "full", full))
                : null;
    }

    @Override
    public @Nullable Object json() {
        return removed ? null : PreviewJson.of(preview);
    }
}
