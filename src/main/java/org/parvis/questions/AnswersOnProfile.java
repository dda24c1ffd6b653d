package org.parvis.questions;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.ProfileSection;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;

import java.util.Map;

/** On a profile, how many answers helped others. */
@Component
class AnswersOnProfile implements ProfileSection {

    private final WaitingAnswers waiting;
    private final Fragments fragments;

    AnswersOnProfile(WaitingAnswers waiting, Fragments fragments) {
        this.waiting = waiting;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    public @Nullable Content section(Page page, Viewer viewer, PersonId person) {
        var count = waiting.about(viewer, person).given();
        return count == 0 ? null : fragments.of("questions/answers", Map.of("page", page, "count", count));
    }
}
