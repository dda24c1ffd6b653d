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

    private final AcceptedAnswers accepted;
    private final Fragments fragments;

    AnswersOnProfile(AcceptedAnswers accepted, Fragments fragments) {
        this.accepted = accepted;
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
        var count = accepted.of(viewer, person);
        return count == 0 ? null : fragments.of("questions/answers", Map.of("page", page, "count", count));
    }
}
