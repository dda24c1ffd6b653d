package org.parvis.announcements;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostPart;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;

import java.util.Map;

/** An announcement in its post, whose words in other languages the viewer may change or not. */
record AnnouncementPart(Announcement announcement, boolean mayReword, Fragments fragments) implements PostPart {

    @Override
    public @Nullable Wording wording() {
        return announcement.wording();
    }

    @Override
    public boolean isBeside() {
        return wording() == null;
    }

    @Override
    public Content kind(Page page) {
        return fragments.of("announcements/kind", Map.of("page", page));
    }

    @Override
    public @Nullable Content body(Page page) {
        return announcement.acknowledge() && announcement.brought()
                ? fragments.of("announcements/ask", parameters(page))
                : null;
    }

    @Override
    public @Nullable Content action(Page page, boolean full) {
        return announcement.lookedAfter()
                ? fragments.of(
                        "announcements/action",
                        Map.of("page", page, "announcement", announcement, "mayReword", mayReword))
                : null;
    }

    @Override
    public AnnouncementJson json() {
        return AnnouncementJson.of(announcement);
    }

    private Map<String, @Nullable Object> parameters(Page page) {
        return Map.of("page", page, "announcement", announcement);
    }
}
