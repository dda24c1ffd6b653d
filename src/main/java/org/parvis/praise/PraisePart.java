package org.parvis.praise;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostPart;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;

import java.util.Map;

/** Praise in its post. */
record PraisePart(Praise praise, Fragments fragments) implements PostPart {

    @Override
    public Content kind(Page page) {
        return fragments.of("praise/kind", Map.of("page", page));
    }

    @Override
    public Content body(Page page) {
        return fragments.of("praise/praise", Map.of("page", page, "praise", praise));
    }

    @Override
    public @Nullable Content action(Page page, boolean full) {
        return null;
    }

    @Override
    public PraiseJson json() {
        return PraiseJson.of(praise);
    }
}
