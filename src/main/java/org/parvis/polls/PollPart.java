package org.parvis.polls;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostPart;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;

import java.util.HashMap;
import java.util.Map;

/** A poll in its post. */
record PollPart(Poll poll, Fragments fragments) implements PostPart {

    @Override
    public Content kind(Page page) {
        return fragments.of("polls/kind", Map.of("page", page));
    }

    @Override
    public Content body(Page page) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("page", page);
        parameters.put("poll", poll);
        return fragments.of("polls/poll", parameters);
    }

    // Whoever is about to choose is left alone.
    @Override
    public @Nullable Content moved(Page page) {
        return poll.asks() ? null : fragments.of("polls/moved.turbo", Map.of("page", page, "poll", poll));
    }

    @Override
    public @Nullable Content action(Page page, boolean full) {
        return null;
    }

    @Override
    public Object json() {
        return PollJson.of(poll);
    }
}
