package org.parvis.feed;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.parvis.questions.WaitingAnswers;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Map;

/** The questions that wait for the viewer's answer, the most urgent first. */
@Component
class ToAnswerPanel implements HomePanel {

    private final WaitingAnswers waiting;
    private final Fragments fragments;
    private final Clock clock;

    ToAnswerPanel(WaitingAnswers waiting, Fragments fragments, Clock clock) {
        this.waiting = waiting;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Content panel(Page page, Viewer viewer) {
        var first = waiting.of(viewer).first();
        return first.isEmpty()
                ? null
                : fragments.of("questions/waiting", Map.of("page", page, "first", first, "now", clock.instant()));
    }
}
